
namespace ChainRule.Planning;

/// <summary>
/// Collects the instructions of a kernel: finds each one's level, makes what is the same only once, and puts them into
/// the order of execution.
/// </summary>
/// <param name="elementSize">The bytes of a real or whole: 4 or 8.</param>
internal sealed class KernelBuilder(int elementSize)
{
    private readonly List<Instruction> _steps = [];
    private readonly List<Operand> _operands = [];
    private readonly List<Level> _operandLevels = [];
    private readonly Dictionary<Instruction, int> _known = [];

    /// <summary>The phase in which instructions at element level are made.</summary>
    public int Phase { get; set; }

    /// <summary>The bytes of a real or whole.</summary>
    public int ElementSize => elementSize;

    /// <summary>The dtype of a real.</summary>
    public DType Real => elementSize == 4 ? DType.Float32 : DType.Float64;

    /// <summary>The operands so far.</summary>
    public IReadOnlyList<Operand> Operands => _operands;

    /// <summary>Adds memory.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="level">Where its elements differ: along columns, along rows, or nowhere.</param>
    /// <returns>Its number.</returns>
    public int Add(Operand operand, Level level)
    {
        _operands.Add(operand);
        _operandLevels.Add(level);
        return _operands.Count - 1;
    }

    /// <summary>The level of a value.</summary>
    public Level LevelOf(int value) => _steps[value].IsReduction ? Level.Row : _steps[value].Level;

    /// <summary>The first phase in which a value can be used; an element's is the only one.</summary>
    public int PhaseOf(int value) => _steps[value].IsReduction ? _steps[value].Phase + 1 : _steps[value].Phase;

    /// <summary>The type of a value.</summary>
    public LaneType TypeOf(int value) => _steps[value].Type;

    /// <summary>A number.</summary>
    public int Constant(LaneType type, long bits) =>
        Add(new(Primitive.Constant, type, Level.Kernel, 0, Bits: bits));

    /// <summary>A real number.</summary>
    public int Constant(double value) =>
        Constant(LaneType.Real, BitConverter.DoubleToInt64Bits(elementSize == 4 ? (float)value : value));

    /// <summary>Reads an operand.</summary>
    public int Load(int operand)
    {
        Level level = _operandLevels[operand];
        return Add(new(
            Primitive.Load, LaneTypes.Of(_operands[operand].DType), level, At(level, 0), Operand: operand));
    }

    /// <summary>Does something with values.</summary>
    public int Apply(Primitive primitive, LaneType type, int a, int b = -1, int c = -1)
    {
        (Level level, int phase) = Together(a, b, c);
        return Add(new(primitive, type, level, phase, a, b, c));
    }

    /// <summary>Reduces a row.</summary>
    public int Reduce(Primitive primitive, int value)
    {
        int phase = LevelOf(value) == Level.Element ? Phase : Math.Max(Phase, PhaseOf(value));
        return Add(new(primitive, TypeOf(value), Level.Element, phase, value));
    }

    /// <summary>Writes a value to an operand, or adds it to what is there.</summary>
    public void Write(Primitive primitive, int operand, int value)
    {
        (Level level, int phase) = Together(value);
        if (level < _operandLevels[operand]) level = _operandLevels[operand];
        if (level == Level.Element && LevelOf(value) != Level.Element) phase = Math.Max(Phase, phase);
        _steps.Add(new(primitive, TypeOf(value), level, phase, value, Operand: operand));
    }

    /// <summary>The kernel.</summary>
    public LoopKernel Build()
    {
        bool[] isNeeded = Needed();
        // Stores come last in their run: what they overwrite has been read then.
        int[] order = [.. Enumerable.Range(0, _steps.Count)
            .Where(i => isNeeded[i])
            .OrderBy(i => _steps[i].Level == Level.Kernel ? 0 : 1)
            .ThenBy(i => _steps[i].Phase)
            .ThenBy(i => _steps[i].Level)
            .ThenBy(i => _steps[i].IsEffect ? 1 : 0)];
        var position = new int[_steps.Count];
        for (int i = 0; i < order.Length; i++) position[order[i]] = i;
        int New(int old) => old < 0 ? -1 : position[old];
        return new(elementSize, [.. _operands], Array.ConvertAll(order, old => _steps[old] with
        {
            A = New(_steps[old].A),
            B = New(_steps[old].B),
            C = New(_steps[old].C),
        }));
    }

    // What a later phase computes again is not needed where it was first written down.
    private bool[] Needed()
    {
        var isNeeded = new bool[_steps.Count];
        for (int i = isNeeded.Length - 1; i >= 0; i--)
        {
            isNeeded[i] |= _steps[i].IsEffect;
            if (!isNeeded[i]) continue;
            foreach (int argument in (ReadOnlySpan<int>)[_steps[i].A, _steps[i].B, _steps[i].C])
            {
                if (argument >= 0) isNeeded[argument] = true;
            }
        }

        return isNeeded;
    }

    private int Add(Instruction step)
    {
        if (_known.TryGetValue(step, out int known)) return known;
        _steps.Add(step);
        _known.Add(step, _steps.Count - 1);
        return _steps.Count - 1;
    }

    private int At(Level level, int phase) => level switch
    {
        Level.Kernel => 0,
        Level.Row => phase,
        _ => Phase,
    };

    private (Level Level, int Phase) Together(int a, int b = -1, int c = -1)
    {
        Level level = Level.Kernel;
        int phase = 0;
        foreach (int value in (ReadOnlySpan<int>)[a, b, c])
        {
            if (value < 0) continue;
            if (LevelOf(value) > level) level = LevelOf(value);
            if (LevelOf(value) != Level.Kernel) phase = Math.Max(phase, PhaseOf(value));
        }

        return (level, phase);
    }
}
