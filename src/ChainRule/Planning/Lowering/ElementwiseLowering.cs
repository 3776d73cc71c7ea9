using System.Diagnostics;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>The steps of a kernel that an elementwise op takes.</summary>
internal static class ElementwiseLowering
{
    /// <summary>Writes down a value's op.</summary>
    /// <param name="builder">Where the steps go.</param>
    /// <param name="value">The value.</param>
    /// <param name="inputs">Its inputs' positions in the kernel.</param>
    /// <returns>The result's position.</returns>
    public static int Run(KernelBuilder builder, Value value, ReadOnlySpan<int> inputs)
    {
        LaneType type = LaneTypes.Of(value.DType);
        return value.Op switch
        {
            DifferentiableOp op => Lowered.Run(builder, type, inputs, op),
            Copy => inputs[0],
            Select => builder.Apply(Primitive.Select, type, inputs[0], inputs[1], inputs[2]),
            Not => builder.Apply(Primitive.Not, LaneType.Mask, inputs[0]),
            Ops.Comparison<Less> => builder.Apply(Primitive.Less, LaneType.Mask, inputs[0], inputs[1]),
            Ops.Comparison<LessOrEqual> => builder.Apply(Primitive.LessOrEqual, LaneType.Mask, inputs[0], inputs[1]),
            Ops.Comparison<Greater> => builder.Apply(Primitive.Less, LaneType.Mask, inputs[1], inputs[0]),
            Ops.Comparison<GreaterOrEqual> => builder.Apply(Primitive.LessOrEqual, LaneType.Mask, inputs[1], inputs[0]),
            Ops.Comparison<Equal> => builder.Apply(Primitive.Equal, LaneType.Mask, inputs[0], inputs[1]),
            Ops.Comparison<NotEqual> => builder.Apply(
                Primitive.Not, LaneType.Mask, builder.Apply(Primitive.Equal, LaneType.Mask, inputs[0], inputs[1])),
            Connective<And> => builder.Apply(Primitive.And, LaneType.Mask, inputs[0], inputs[1]),
            Connective<Or> => builder.Apply(Primitive.Or, LaneType.Mask, inputs[0], inputs[1]),
            Connective<Xor> => builder.Apply(Primitive.Xor, LaneType.Mask, inputs[0], inputs[1]),
            Cast => Convert(builder, inputs[0], type),
            _ => throw new UnreachableException(value.Op.Name),
        };
    }

    /// <summary>A number that is known when the kernel is built.</summary>
    public static int Constant(KernelBuilder builder, Constant constant) => constant.DType switch
    {
        DType.Bool => builder.Constant(LaneType.Mask, constant.Bits != 0 ? 1 : 0),
        DType.Int32 or DType.Int64 => builder.Constant(LaneType.Whole, constant.Bits),
        _ => builder.Constant(constant.Value),
    };

    private static int Convert(KernelBuilder builder, int value, LaneType target) =>
        (builder.TypeOf(value), target) switch
        {
            (LaneType.Mask, LaneType.Mask) => value,
            (LaneType.Real, LaneType.Real) => value,
            (LaneType.Whole, LaneType.Whole) => value,
            (LaneType.Mask, _) => builder.Apply(Primitive.FromMask, target, value),
            (LaneType.Whole, LaneType.Real) => builder.Apply(Primitive.FromWhole, target, value),
            (LaneType.Real, LaneType.Whole) => builder.Apply(Primitive.Truncate, target, value),
            // Everything but 0 is true, NaN too.
            (LaneType source, _) => builder.Apply(
                Primitive.Not,
                LaneType.Mask,
                builder.Apply(Primitive.Equal, LaneType.Mask, value, builder.Constant(source, 0))),
        };
}
