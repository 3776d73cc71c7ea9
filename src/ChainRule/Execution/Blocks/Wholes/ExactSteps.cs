using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <inheritdoc cref="IExactSteps"/>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TWhole">The integer of the same size.</typeparam>
internal sealed class ExactSteps<T, TWhole> : IExactSteps
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, ISignedNumber<TWhole>, IMinMaxValue<TWhole>
{
    public BlockStep Constant(LaneType type, long bits, int result) =>
        new ConstantStep<TWhole>(Bits(type, bits), result);

    /// <summary>The bits of a constant in memory.</summary>
    public static TWhole Bits(LaneType type, long bits) => type switch
    {
        LaneType.Real => Unsafe.BitCast<T, TWhole>(T.CreateTruncating(BitConverter.Int64BitsToDouble(bits))),
        LaneType.Whole => TWhole.CreateTruncating(bits),
        _ => bits == 0 ? TWhole.Zero : TWhole.AllBitsSet,
    };

    public BlockStep Compute(Primitive primitive, int x, int y, int result) => primitive switch
    {
        Primitive.Add => new WholeStep<WholeOp.Add, TWhole>(x, y, result),
        Primitive.Subtract => new WholeStep<WholeOp.Subtract, TWhole>(x, y, result),
        Primitive.Multiply => new WholeStep<WholeOp.Multiply, TWhole>(x, y, result),
        Primitive.Abs => new WholeStep<WholeOp.Abs, TWhole>(x, y, result),
        Primitive.Sign => new WholeStep<WholeOp.Sign, TWhole>(x, y, result),
        Primitive.Min => new WholeStep<WholeOp.Min, TWhole>(x, y, result),
        Primitive.Max => new WholeStep<WholeOp.Max, TWhole>(x, y, result),
        Primitive.Less => new WholeStep<WholeOp.Less, TWhole>(x, y, result),
        Primitive.LessOrEqual => new WholeStep<WholeOp.LessOrEqual, TWhole>(x, y, result),
        Primitive.Equal => new WholeStep<WholeOp.Equal, TWhole>(x, y, result),
        Primitive.And => new WholeStep<WholeOp.And, TWhole>(x, y, result),
        Primitive.Or => new WholeStep<WholeOp.Or, TWhole>(x, y, result),
        Primitive.Xor => new WholeStep<WholeOp.Xor, TWhole>(x, y, result),
        _ => throw new UnreachableException($"{primitive} takes no wholes."),
    };

    public BlockStep Select(int mask, int x, int y, int result) => new SelectStep<TWhole>(mask, x, y, result);

    public BlockStep FromWhole(int x, int result) => typeof(T) == typeof(float)
        ? new ConversionStep<Conversion, int, float>(x, result)
        : new ConversionStep<Conversion, long, double>(x, result);

    public BlockStep Truncate(int x, int result) => typeof(T) == typeof(float)
        ? new ConversionStep<Conversion, float, int>(x, result)
        : new ConversionStep<Conversion, double, long>(x, result);

    public BlockStep Reduce(Primitive primitive, int x, int result) => primitive switch
    {
        Primitive.RowSum => new WholeReductionStep<WholeOp.Add, TWhole>(x, result, TWhole.Zero),
        Primitive.RowMax => new WholeReductionStep<WholeOp.Max, TWhole>(x, result, TWhole.MinValue),
        Primitive.RowMin => new WholeReductionStep<WholeOp.Min, TWhole>(x, result, TWhole.MaxValue),
        _ => throw new UnreachableException($"{primitive} is no reduction."),
    };

    public BlockStep Load(Instruction instruction, Operand operand, int result)
    {
        int memory = instruction.Operand;
        bool isBool = operand.DType == DType.Bool, isStrided = operand.Column == ColumnAccess.Strided;
        if (instruction.Level != Level.Element || operand.Column == ColumnAccess.Repeated)
        {
            return isBool
                ? new RowLoadStep<BoolFormat<TWhole>, byte, TWhole>(memory, result)
                : new RowLoadStep<PlainFormat<TWhole>, TWhole, TWhole>(memory, result);
        }

        return isBool
            ? new LoadStep<BoolFormat<TWhole>, byte, TWhole>(memory, isStrided, result)
            : new LoadStep<PlainFormat<TWhole>, TWhole, TWhole>(memory, isStrided, result);
    }

    public BlockStep Store(Instruction instruction, Operand operand, int x, bool mayBeInPlace)
    {
        int memory = instruction.Operand;
        bool isBool = operand.DType == DType.Bool, isStrided = operand.Column == ColumnAccess.Strided;
        if (instruction.Level != Level.Element)
        {
            return isBool
                ? new RowStoreStep<BoolFormat<TWhole>, byte, TWhole>(x, memory)
                : new RowStoreStep<PlainFormat<TWhole>, TWhole, TWhole>(x, memory);
        }

        return isBool
            ? new StoreStep<BoolFormat<TWhole>, byte, TWhole>(x, memory, isStrided, mayBeInPlace)
            : new StoreStep<PlainFormat<TWhole>, TWhole, TWhole>(x, memory, isStrided, mayBeInPlace);
    }

    public BlockStep Accumulate(Instruction instruction, Operand operand, int x)
    {
        int memory = instruction.Operand;
        bool isStrided = operand.Column == ColumnAccess.Strided;
        return (instruction.Level == Level.Element, instruction.Type == LaneType.Real) switch
        {
            (true, true) => new AccumulateStep<T>(x, memory, isStrided),
            (true, false) => new AccumulateStep<TWhole>(x, memory, isStrided),
            (false, true) => new RowAccumulateStep<double, T>(x, memory),
            (false, false) => new RowAccumulateStep<TWhole, TWhole>(x, memory),
        };
    }

    public BlockStep Expand(int x, int result) => new ExpandStep<TWhole>(x, result);

    public BlockStep Copy(int x, int result) => new CopyStep<TWhole>(x, result);
}
