using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Makes the steps of a <see cref="BlockProgram"/>, in the order of the instructions.</summary>
internal sealed class BlockCompiler
{
    private readonly LoopKernel _kernel;
    private readonly BlockValues _values;
    private readonly IRealSteps _reals;
    private readonly IExactSteps _exact;
    private readonly List<BlockStep> _once = [];
    private readonly List<BlockStep>[] _row, _expand, _single, _grouped;
    private readonly Dictionary<long, int> _constants = [];

    public BlockCompiler(LoopKernel kernel, IRealSteps reals, IExactSteps exact)
    {
        (_kernel, _reals, _exact) = (kernel, reals, exact);
        _values = new BlockValues(kernel);
        _row = Lists();
        _expand = Lists();
        _single = Lists();
        _grouped = Lists();
    }

    /// <summary>The program.</summary>
    public BlockCode Compile()
    {
        for (int i = 0; i < _kernel.Instructions.Length; i++) Add(i);
        BlockPhase[] phases = [.. Enumerable.Range(0, _kernel.Phases).Select(phase => new BlockPhase(
            [.. _row[phase]], [.. _expand[phase]], [.. _single[phase]], [.. _grouped[phase]]))];
        return new BlockCode(
            [.. _once],
            phases,
            [.. _values.Slots],
            [.. _values.InPlace],
            _values.Size,
            _values.ScratchRows,
            CanGroup());
    }

    private List<BlockStep>[] Lists() =>
        [.. Enumerable.Range(0, _kernel.Phases).Select(static _ => new List<BlockStep>())];

    // What is added to one place by two instructions is added row by row.
    private bool CanGroup() => _kernel.Instructions
        .Where(static step => step.Primitive == Primitive.Accumulate)
        .GroupBy(static step => step.Operand)
        .All(static steps => steps.Count() == 1);

    private void Add(int index)
    {
        Instruction instruction = _kernel.Instructions[index];
        Level level = _values.LevelOf(index);
        int phase = instruction.Phase;
        if (instruction.Primitive == Primitive.Constant)
        {
            _once.Add(_exact.Constant(instruction.Type, instruction.Bits, index));
            return;
        }

        // The values of rows that are used for each element.
        foreach (int argument in (ReadOnlySpan<int>)[instruction.A, instruction.B, instruction.C])
        {
            if (level == Level.Element && argument >= 0 && _values.Expand(argument, out int expanded))
                _expand[phase].Add(_exact.Expand(argument, expanded));
        }

        if (instruction.Operand >= 0 && _kernel.Operands[instruction.Operand].IsScratch)
        {
            if (_values.IsInScratch(index)) return;
            int place = _values.Scratch(instruction.Operand);
            BlockStep copy = instruction.Primitive == Primitive.Load
                ? _exact.Copy(place, index)
                : _exact.Copy(Argument(instruction.A, level), place);
            _single[phase].Add(copy);
            _grouped[phase].Add(copy);
            return;
        }

        BlockStep step = Make(index, instruction, level);
        switch (level)
        {
            case Level.Kernel: _once.Add(step); break;
            case Level.Row: _row[phase].Add(step); break;
            default:
                // A row on its own is always contiguous.
                if (!_values.IsInPlace(index)) _single[phase].Add(step);
                _grouped[phase].Add(step);
                break;
        }
    }

    private BlockStep Make(int index, Instruction instruction, Level level)
    {
        int a = Argument(instruction.A, level), b = Argument(instruction.B, level), c = Argument(instruction.C, level);
        LaneType type = instruction.A < 0 ? instruction.Type : _kernel.Instructions[instruction.A].Type;
        switch (instruction.Primitive)
        {
            case Primitive.Load: return _exact.Load(instruction, _kernel.Operands[instruction.Operand], index);
            case Primitive.Store:
                return _exact.Store(
                    instruction, _kernel.Operands[instruction.Operand], a, _values.MayBeInPlace(index));
            case Primitive.Accumulate: return _exact.Accumulate(instruction, _kernel.Operands[instruction.Operand], a);
            case Primitive.RowSum or Primitive.RowMax or Primitive.RowMin:
                return type == LaneType.Real
                    ? _reals.Reduce(instruction.Primitive, a, index, _values.Cell())
                    : _exact.Reduce(instruction.Primitive, a, index);
            case Primitive.Select: return _exact.Select(a, b, c, index);
            case Primitive.FromWhole: return _exact.FromWhole(a, index);
            case Primitive.Truncate: return _exact.Truncate(a, index);
            case Primitive.FromMask:
                long one = instruction.Type == LaneType.Real ? BitConverter.DoubleToInt64Bits(1) : 1;
                return _exact.Compute(Primitive.And, a, Constant(instruction.Type, one), index);
            case Primitive.Not: return _exact.Compute(Primitive.Xor, a, Constant(LaneType.Whole, -1), index);
            case var primitive when type == LaneType.Real: return _reals.Compute(primitive, a, b, c, index);
            case Primitive.Negate: return _exact.Compute(Primitive.Subtract, Constant(LaneType.Whole, 0), a, index);
            case Primitive.Abs or Primitive.Sign:
                return _exact.Compute(instruction.Primitive, a, Constant(LaneType.Whole, 0), index);
            default: return _exact.Compute(instruction.Primitive, a, b, index);
        }
    }

    private int Argument(int value, Level level) => value < 0 ? -1 : _values.SlotOf(value, level);

    private int Constant(LaneType type, long bits)
    {
        if (_constants.TryGetValue(bits, out int slot)) return slot;
        slot = _values.Cell();
        _constants.Add(bits, slot);
        _once.Insert(0, _exact.Constant(type, bits, slot));
        return slot;
    }
}
