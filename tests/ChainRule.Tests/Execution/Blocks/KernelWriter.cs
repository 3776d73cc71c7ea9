using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>Writes down a kernel, instruction by instruction.</summary>
internal sealed class KernelWriter(int elementSize)
{
    private readonly List<Operand> _operands = [];
    private readonly List<Instruction> _steps = [];

    public int ElementSize => elementSize;

    /// <summary>How often the next instructions are done.</summary>
    public Level Level { get; set; } = Level.Element;

    /// <summary>In which pass.</summary>
    public int Phase { get; set; }

    public IReadOnlyList<Instruction> Steps => _steps;

    public IReadOnlyList<Operand> Operands => _operands;

    public DType RealType => elementSize == 4 ? DType.Float32 : DType.Float64;

    public DType WholeType => elementSize == 4 ? DType.Int32 : DType.Int64;

    public LoopKernel Kernel => new(elementSize, [.. _operands], [.. _steps]);

    public DType DTypeOf(LaneType type) => type switch
    {
        LaneType.Real => RealType,
        LaneType.Whole => WholeType,
        _ => DType.Bool,
    };

    public int Operand(DType dtype, ColumnAccess column = ColumnAccess.Contiguous, bool isScratch = false)
    {
        _operands.Add(new Operand(dtype, column, isScratch));
        return _operands.Count - 1;
    }

    public int Real(ColumnAccess column = ColumnAccess.Contiguous) => Operand(RealType, column);

    public int Scratch(LaneType type = LaneType.Real) => Operand(DTypeOf(type), ColumnAccess.Contiguous, true);

    public int Load(int operand) => Add(new Instruction(
        Primitive.Load,
        _operands[operand].DType switch
        {
            DType.Bool => LaneType.Mask,
            DType.Int32 or DType.Int64 => LaneType.Whole,
            _ => LaneType.Real,
        },
        Level,
        Phase,
        Operand: operand));

    public void Store(int operand, int value) =>
        Add(new Instruction(Primitive.Store, _steps[value].Type, Level, Phase, value, Operand: operand));

    public void Accumulate(int operand, int value) =>
        Add(new Instruction(Primitive.Accumulate, _steps[value].Type, Level, Phase, value, Operand: operand));

    public int Constant(double value) => Add(new Instruction(
        Primitive.Constant, LaneType.Real, Level, Phase, Bits: BitConverter.DoubleToInt64Bits(value)));

    public int Constant(LaneType type, long bits) =>
        Add(new Instruction(Primitive.Constant, type, Level, Phase, Bits: bits));

    /// <summary>A primitive whose value is of its first argument's type.</summary>
    public int Do(Primitive primitive, int a, int b = -1, int c = -1) => Do(primitive, _steps[a].Type, a, b, c);

    public int Do(Primitive primitive, LaneType type, int a, int b = -1, int c = -1) =>
        Add(new Instruction(primitive, type, Level, Phase, a, b, c));

    private int Add(Instruction step)
    {
        _steps.Add(Level == Level.Kernel ? step with { Phase = 0 } : step);
        return _steps.Count - 1;
    }
}
