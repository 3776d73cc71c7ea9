using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Makes kernels at random that keep the rules of <see cref="LoopKernel"/>.</summary>
internal sealed class RandomLoop
{
    private static readonly Primitive[] Reals =
    [
        Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Divide, Primitive.Negate, Primitive.Abs,
        Primitive.Sign, Primitive.Min, Primitive.Max, Primitive.Floor, Primitive.Round, Primitive.Sqrt,
        Primitive.MultiplyAdd, Primitive.Exp, Primitive.Tanh, Primitive.Sin, Primitive.Select, Primitive.FromMask,
        Primitive.FromWhole,
    ];

    private static readonly Primitive[] Wholes =
    [
        Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Negate, Primitive.Abs, Primitive.Sign,
        Primitive.Min, Primitive.Max, Primitive.Select, Primitive.FromMask, Primitive.Truncate,
    ];

    private static readonly Primitive[] Masks =
    [
        Primitive.Less, Primitive.LessOrEqual, Primitive.Equal, Primitive.And, Primitive.Or, Primitive.Xor,
        Primitive.Not, Primitive.Select,
    ];

    private readonly Random _random;
    private readonly LoopText _text;
    private readonly List<int> _operands = [];

    // What may be used everywhere, and what only in the present run of the element level.
    private readonly List<int> _cells = [], _elements = [], _scratch = [], _reductions = [];

    private RandomLoop(int seed)
    {
        _random = new(seed);
        _text = new(_random.Next(2) == 0 ? 4 : 8);
    }

    /// <summary>A kernel of some dozen instructions.</summary>
    public static LoopKernel Of(int seed) => new RandomLoop(seed).Make();

    private LoopKernel Make()
    {
        _text.Level = Level.Kernel;
        Load(ColumnAccess.Repeated);
        _cells.AddRange([_text.Constant(0.5), _text.Constant(0), _text.Whole(3), _text.Constant(-2)]);
        if (_random.Next(2) == 0) Fill(_random.Next(6));
        int phases = _random.Next(1, 4);
        for (_text.Phase = 0; _text.Phase < phases; _text.Phase++)
        {
            _text.Level = Level.Row;
            _cells.AddRange(_reductions);
            _reductions.Clear();
            Fill(_random.Next(6));
            if (_random.Next(6) == 0) continue;
            _text.Level = Level.Element;
            _elements.Clear();
            Fill(_random.Next(1, 30));
            Reduce();
        }

        _text.Phase = phases;
        _text.Level = Level.Row;
        foreach (int reduction in _reductions) Store(reduction);
        return _text.Kernel;
    }

    private void Fill(int count)
    {
        if (_text.Level != Level.Kernel && _random.Next(3) == 0) Load(ColumnAccess.Repeated);
        if (_text.Level == Level.Element)
        {
            Load(ColumnAccess.Contiguous);
            foreach (int scratch in _scratch) _elements.Add(_text.Load(scratch));
        }

        for (int i = 0; i < count; i++)
        {
            switch (_random.Next(8))
            {
                case 0:
                    Load((ColumnAccess)(_text.Level == Level.Element ? _random.Next(3) : 0));
                    break;
                case 1:
                    Store(Any());
                    break;
                case 2 when _text.Level != Level.Kernel:
                    Accumulate(Any());
                    break;
                default:
                    Compute();
                    break;
            }
        }

        Store(Any());
        if (_text.Level == Level.Element && _random.Next(2) == 0)
        {
            int value = Any();
            int scratch = _text.Operand(Type(value), isScratch: true);
            _text.Store(value, scratch);
            _scratch.Add(scratch);
        }
    }

    private void Compute()
    {
        LaneType type = (LaneType)_random.Next(3);
        Primitive[] primitives = type switch
        {
            LaneType.Real => Reals,
            LaneType.Whole => Wholes,
            _ => Masks,
        };
        Primitive primitive = primitives[_random.Next(primitives.Length)];
        LaneType argument = primitive switch
        {
            Primitive.Less or Primitive.LessOrEqual or Primitive.Equal => (LaneType)_random.Next(2),
            Primitive.Select or Primitive.FromMask => LaneType.Mask,
            Primitive.FromWhole => LaneType.Whole,
            Primitive.Truncate => LaneType.Real,
            _ => type,
        };
        int count = primitive switch
        {
            Primitive.Select or Primitive.MultiplyAdd => 3,
            Primitive.Add or Primitive.Subtract or Primitive.Multiply or Primitive.Divide or Primitive.Min
                or Primitive.Max or (>= Primitive.Less and <= Primitive.Xor) => 2,
            _ => 1,
        };
        LaneType others = primitive == Primitive.Select ? type : argument;
        int a = Some(argument), b = count > 1 ? Some(others) : -1, c = count > 2 ? Some(others) : -1;
        if (a < 0 || count > 1 && b < 0 || count > 2 && c < 0) return;
        Keep(_text.Add(primitive, type, a, b, c));
    }

    private void Load(ColumnAccess column)
    {
        DType[] types = [_text.RealType, _text.RealType, _text.WholeType, DType.Bool];
        int operand = _text.Operand(types[_random.Next(types.Length)], column);
        Keep(_text.Load(operand));
        // To be overwritten in place.
        if (_text.Level == Level.Element && column != ColumnAccess.Repeated && _random.Next(3) == 0)
            _operands.Add(operand);
    }

    private void Store(int value)
    {
        int inPlace = _operands.FindIndex(operand => _text.Kernel.Operands[operand].DType == Type(value));
        if (_text.Level == Level.Element && inPlace >= 0)
        {
            _text.Store(value, _operands[inPlace]);
            _operands.RemoveAt(inPlace);
            return;
        }

        ColumnAccess column = _text.Level == Level.Element ? (ColumnAccess)_random.Next(1, 3) : ColumnAccess.Repeated;
        _text.Store(value, _text.Operand(Type(value), column));
    }

    private void Accumulate(int value)
    {
        LaneType type = _text.Kernel.Instructions[value].Type;
        if (type == LaneType.Mask) return;
        bool isElement = _text.Level == Level.Element;
        DType cell = type == LaneType.Whole ? _text.WholeType : isElement ? _text.RealType : DType.Float64;
        int operand = _text.Operand(cell, isElement ? ColumnAccess.Contiguous : ColumnAccess.Repeated);
        _text.Add(Primitive.Accumulate, type, value, operand: operand);
    }

    private void Reduce()
    {
        for (int i = _random.Next(4); i > 0; i--)
        {
            int value = Any();
            LaneType type = _text.Kernel.Instructions[value].Type;
            if (type == LaneType.Mask) continue;
            var primitive = (Primitive)((int)Primitive.RowSum + _random.Next(3));
            _reductions.Add(_text.Add(primitive, type, value));
        }
    }

    private void Keep(int value) => (_text.Level == Level.Element ? _elements : _cells).Add(value);

    private int Any()
    {
        List<int> values = _text.Level == Level.Element && _random.Next(5) > 0 ? _elements : _cells;
        return values[_random.Next(values.Count)];
    }

    private int Some(LaneType type)
    {
        for (int i = 0; i < 20; i++)
        {
            int value = Any();
            if (_text.Kernel.Instructions[value].Type == type) return value;
        }

        return -1;
    }

    private DType Type(int value) => _text.Kernel.Instructions[value].Type switch
    {
        LaneType.Real => _text.RealType,
        LaneType.Whole => _text.WholeType,
        _ => DType.Bool,
    };
}
