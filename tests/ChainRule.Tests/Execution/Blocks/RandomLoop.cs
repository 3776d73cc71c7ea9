using ChainRule.Planning;
using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>A valid kernel of random instructions, and memory for it; the same for the same seed.</summary>
internal sealed class RandomLoop
{
    private static readonly Primitive[] RealUnary =
    [
        Primitive.Negate, Primitive.Abs, Primitive.Sign, Primitive.Floor, Primitive.Round, Primitive.Sqrt,
        Primitive.Exp, Primitive.Expm1, Primitive.Log, Primitive.Log1p, Primitive.Sin, Primitive.Cos, Primitive.Tan,
        Primitive.Asin, Primitive.Acos, Primitive.Atan, Primitive.Sinh, Primitive.Cosh, Primitive.Tanh, Primitive.Erf,
        Primitive.Erfc,
    ];

    private static readonly Primitive[] RealBinary =
    [
        Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Min, Primitive.Max, Primitive.Divide,
        Primitive.Atan2, Primitive.Pow,
    ];

    private static readonly Primitive[] WholeUnary = [Primitive.Negate, Primitive.Abs, Primitive.Sign];

    private static readonly Primitive[] WholeBinary =
        [Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Min, Primitive.Max];

    private static readonly Primitive[] Comparisons = [Primitive.Less, Primitive.LessOrEqual, Primitive.Equal];

    private static readonly Primitive[] Connectives = [Primitive.And, Primitive.Or, Primitive.Xor];

    private static readonly Primitive[] Reductions = [Primitive.RowSum, Primitive.RowMax, Primitive.RowMin];

    private readonly Dice _dice;
    private readonly KernelWriter _code;

    // The values that may be used, and the scratch rows that hold something.
    private readonly List<int> _values = [], _scratch = [];

    public RandomLoop(int seed, int elementSize)
    {
        _dice = new Dice(seed);
        _code = new KernelWriter(elementSize) { Level = Level.Kernel };
        Some(3, () => Any(Type()));
        int phases = _dice.Between(1, 3);
        for (int phase = 0; phase < phases; phase++) Phase(phase);
        Kernel = _code.Kernel;
    }

    private RandomLoop(int seed, int elementSize, int steps)
    {
        _dice = new Dice(seed);
        _code = new KernelWriter(elementSize) { Level = Level.Kernel };
        for (int i = 0; i < steps; i++) Any(Type());
        for (int i = 0; i < 10; i++) RowEffect();
        Kernel = _code.Kernel;
    }

    public LoopKernel Kernel { get; }

    /// <summary>Straight-line code.</summary>
    public static RandomLoop Straight(int seed, int elementSize) => new(seed, elementSize, 100);

    /// <summary>Operands of the size in random layouts; some loads and stores share their memory.</summary>
    public LoopMemory Memory(int seed, nint rows, nint columns)
    {
        var dice = new Dice(seed);
        var memory = new LoopMemory(Kernel, rows, columns);
        for (int i = 0; i < Kernel.Operands.Length; i++)
        {
            // Everything is written once only, but for sums.
            bool isWritten = Kernel.Instructions.Any(step => step.Operand == i && step.Primitive == Primitive.Store);
            bool isConstant = Kernel.Instructions.Any(step => step.Operand == i && step.Level == Level.Kernel);
            int column = dice.Below(3) switch { 0 => -1, 1 => 3, _ => -2 };
            int? row = dice.Below(4) switch
            {
                0 when !isWritten => 0,
                1 => 3 * (int)columns + 5,
                2 => -(3 * (int)columns + 7),
                _ => null,
            };
            memory.Lay(i, column, isConstant ? 0 : row);
        }

        if (dice.Below(2) == 0) ShareSome(memory);
        return memory.Fill(new Random(seed));
    }

    private void ShareSome(LoopMemory memory)
    {
        var taken = new HashSet<int>();
        for (int i = 0; i < Kernel.Instructions.Length; i++)
        {
            Instruction store = Kernel.Instructions[i];
            if (store.Primitive != Primitive.Store || Kernel.Operands[store.Operand].IsScratch) continue;
            for (int j = 0; j < i; j++)
            {
                Instruction load = Kernel.Instructions[j];
                if (load.Primitive != Primitive.Load
                    || load.Level != store.Level
                    || store.Level == Level.Kernel
                    || Kernel.Operands[load.Operand] != Kernel.Operands[store.Operand]
                    || !taken.Add(load.Operand))
                {
                    continue;
                }

                memory.Share(load.Operand, store.Operand);
                break;
            }
        }
    }

    private void Phase(int phase)
    {
        _code.Phase = phase;
        _code.Level = Level.Row;
        Some(3, () => Any(Type()));
        Some(2, RowEffect);
        _code.Level = Level.Element;
        int before = _values.Count;
        var reductions = new List<int>();
        Some(8, () => Any(Type()));
        Some(3, Effect);
        Some(3, () => Any(Type()));
        Some(3, Effect);
        Some(3, () => reductions.Add(
            _code.Do(Pick(Reductions), Value(_dice.Below(4) == 0 ? LaneType.Whole : LaneType.Real))));
        _values.RemoveRange(before, _values.Count - before);
        _values.AddRange(reductions);
    }

    private void RowEffect()
    {
        LaneType type = Type();
        if (_dice.Below(2) == 0 || type == LaneType.Mask)
        {
            _code.Store(_code.Operand(_code.DTypeOf(type), ColumnAccess.Repeated), Value(type));
            return;
        }

        DType cell = type == LaneType.Real ? DType.Float64 : _code.WholeType;
        _code.Accumulate(_code.Operand(cell, ColumnAccess.Repeated), Value(type));
    }

    private void Effect()
    {
        LaneType type = Type();
        ColumnAccess column = _dice.Below(3) == 0 ? ColumnAccess.Strided : ColumnAccess.Contiguous;
        switch (_dice.Below(4))
        {
            case 0 when type != LaneType.Mask:
                _code.Accumulate(_code.Operand(_code.DTypeOf(type), column), Value(type));
                break;
            case 1:
                int value = Value(type);
                List<int> others = [.. _scratch.Where(i => _code.Operands[i].DType == _code.DTypeOf(type))];
                int scratch = others.Count > 0 && _dice.Below(2) == 0 ? Pick(others) : _code.Scratch(type);
                _code.Store(scratch, value);
                if (!_scratch.Contains(scratch)) _scratch.Add(scratch);
                break;
            default:
                _code.Store(_code.Operand(_code.DTypeOf(type), column), Value(type));
                break;
        }
    }

    private int Any(LaneType type)
    {
        int value = _dice.Below(5) == 0 ? Leaf(type) : type switch
        {
            LaneType.Real => Real(),
            LaneType.Whole => Whole(),
            _ => Mask(),
        };
        _values.Add(value);
        return value;
    }

    private int Leaf(LaneType type)
    {
        if (_dice.Below(4) == 0)
        {
            return type == LaneType.Real
                ? _code.Constant(_dice.Between(-20, 20) / 8.0)
                : _code.Constant(type, type == LaneType.Mask ? _dice.Below(2) : _dice.Between(-9, 9));
        }

        if (_code.Level != Level.Element) return _code.Load(_code.Operand(_code.DTypeOf(type), ColumnAccess.Repeated));
        List<int> scratch = [.. _scratch.Where(i => _code.Operands[i].DType == _code.DTypeOf(type))];
        if (scratch.Count > 0 && _dice.Below(2) == 0) return _code.Load(Pick(scratch));
        ColumnAccess column = _dice.Below(5) switch
        {
            0 => ColumnAccess.Repeated,
            1 => ColumnAccess.Strided,
            _ => ColumnAccess.Contiguous,
        };
        return _code.Load(_code.Operand(_code.DTypeOf(type), column));
    }

    private int Real() => _dice.Below(11) switch
    {
        0 => _code.Do(Primitive.MultiplyAdd, Value(LaneType.Real), Value(LaneType.Real), Value(LaneType.Real)),
        1 => _code.Do(Primitive.FromMask, LaneType.Real, Value(LaneType.Mask)),
        2 => _code.Do(Primitive.FromWhole, LaneType.Real, Value(LaneType.Whole)),
        3 => _code.Do(
            Primitive.Select, LaneType.Real, Value(LaneType.Mask), Value(LaneType.Real), Value(LaneType.Real)),
        // The signs of NaNs are not defined, so the sign is that of a number.
        4 => _code.Do(Primitive.CopySign, Value(LaneType.Real), FromMemory()),
        5 => _code.Do(
            Primitive.Scale, Value(LaneType.Real), _code.Do(Primitive.Round, Between(FromMemory(), -60, 60))),
        6 => _code.Do(
            _dice.Below(2) == 0 ? Primitive.Exponent : Primitive.Mantissa, Between(FromMemory(), 0.001, 1000)),
        7 or 8 => _code.Do(Pick(RealUnary), Value(LaneType.Real)),
        _ => _code.Do(Pick(RealBinary), Value(LaneType.Real), Value(LaneType.Real)),
    };

    // No NaN.
    private int FromMemory()
    {
        ColumnAccess column = _code.Level == Level.Element ? ColumnAccess.Contiguous : ColumnAccess.Repeated;
        int x = _code.Load(_code.Real(column)), isNumber = _code.Do(Primitive.Equal, LaneType.Mask, x, x);
        return _code.Do(Primitive.Select, LaneType.Real, isNumber, x, _code.Constant(1));
    }

    private int Between(int value, double low, double high) =>
        _code.Do(Primitive.Min, _code.Do(Primitive.Max, value, _code.Constant(low)), _code.Constant(high));

    private int Whole() => _dice.Below(6) switch
    {
        0 => _code.Do(Primitive.FromMask, LaneType.Whole, Value(LaneType.Mask)),
        1 => _code.Do(Primitive.Truncate, LaneType.Whole, Value(LaneType.Real)),
        2 => _code.Do(
            Primitive.Select, LaneType.Whole, Value(LaneType.Mask), Value(LaneType.Whole), Value(LaneType.Whole)),
        3 => _code.Do(Pick(WholeUnary), Value(LaneType.Whole)),
        _ => _code.Do(Pick(WholeBinary), Value(LaneType.Whole), Value(LaneType.Whole)),
    };

    private int Mask()
    {
        switch (_dice.Below(6))
        {
            case 0: return _code.Do(Primitive.Not, Value(LaneType.Mask));
            case 1:
                return _code.Do(
                    Primitive.Select, LaneType.Mask, Value(LaneType.Mask), Value(LaneType.Mask), Value(LaneType.Mask));
            case 2: return _code.Do(Pick(Connectives), Value(LaneType.Mask), Value(LaneType.Mask));
            default:
                LaneType type = _dice.Below(3) == 0 ? LaneType.Whole : LaneType.Real;
                return _code.Do(Pick(Comparisons), LaneType.Mask, Value(type), Value(type));
        }
    }

    private int Value(LaneType type)
    {
        List<int> candidates = [.. _values.Where(i => _code.Steps[i].Type == type)];
        if (candidates.Count == 0 || _dice.Below(8) == 0)
        {
            int leaf = Leaf(type);
            _values.Add(leaf);
            return leaf;
        }

        // The last ones more often, so that chains come about.
        return candidates[^(1 + Math.Min(_dice.Below(candidates.Count), _dice.Below(candidates.Count)))];
    }

    private LaneType Type() => _dice.Below(5) switch
    {
        0 => LaneType.Whole,
        1 => LaneType.Mask,
        _ => LaneType.Real,
    };

    private void Some(int most, Action action)
    {
        for (int i = _dice.Between(0, most); i > 0; i--) action();
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_dice.Below(choices.Count)];
}
