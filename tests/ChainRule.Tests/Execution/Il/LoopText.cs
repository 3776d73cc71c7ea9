using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Builds kernels by hand.</summary>
internal sealed class LoopText(int elementSize)
{
    private readonly List<Operand> _operands = [];
    private readonly List<Instruction> _steps = [];

    /// <summary>The level of the next instructions.</summary>
    public Level Level { get; set; } = Level.Element;

    /// <summary>The phase of the next instructions.</summary>
    public int Phase { get; set; }

    public DType RealType => elementSize == 4 ? DType.Float32 : DType.Float64;

    public DType WholeType => elementSize == 4 ? DType.Int32 : DType.Int64;

    public LoopKernel Kernel => new(elementSize, [.. _operands], [.. _steps]);

    public int Operand(DType type, ColumnAccess column = ColumnAccess.Contiguous, bool isScratch = false)
    {
        _operands.Add(new(type, column, isScratch));
        return _operands.Count - 1;
    }

    public int Operand(LaneType type, ColumnAccess column = ColumnAccess.Contiguous) => Operand(TypeOf(type), column);

    public int Load(int operand) => Add(Primitive.Load, TypeOf(_operands[operand].DType), operand: operand);

    public int Load(LaneType type, ColumnAccess column = ColumnAccess.Contiguous) => Load(Operand(type, column));

    public void Store(int value, int operand) => Add(Primitive.Store, _steps[value].Type, value, operand: operand);

    public void Store(int value) => Store(value, Operand(_steps[value].Type, ColumnAccess.Contiguous));

    public int Constant(double value) =>
        Add(Primitive.Constant, LaneType.Real, bits: BitConverter.DoubleToInt64Bits(value));

    public int Whole(long value) => Add(Primitive.Constant, LaneType.Whole, bits: value);

    public int Add(
        Primitive primitive, LaneType type, int a = -1, int b = -1, int c = -1, int operand = -1, long bits = 0)
    {
        _steps.Add(new(primitive, type, Level, Phase, a, b, c, operand, bits));
        return _steps.Count - 1;
    }

    public int Real(Primitive primitive, int a, int b = -1, int c = -1) => Add(primitive, LaneType.Real, a, b, c);

    public int Mask(Primitive primitive, int a, int b = -1, int c = -1) => Add(primitive, LaneType.Mask, a, b, c);

    private static LaneType TypeOf(DType type) => type switch
    {
        DType.Bool => LaneType.Mask,
        DType.Int32 or DType.Int64 => LaneType.Whole,
        _ => LaneType.Real,
    };

    private DType TypeOf(LaneType type) => type switch
    {
        LaneType.Mask => DType.Bool,
        LaneType.Whole => WholeType,
        _ => RealType,
    };
}
