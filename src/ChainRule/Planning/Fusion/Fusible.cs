using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Which values can be computed in a fused loop.</summary>
internal static class Fusible
{
    /// <summary>Whether a value can be a member of a group.</summary>
    public static bool Is(Value value) => !value.IsInput && value.Op switch
    {
        Cast cast => Fits(value.Inputs[0].DType, cast.Target),
        Copy => true,
        ElementwiseOp => true,
        Sum or Extremum => value.DType != DType.Bool,
        _ => false,
    };

    /// <summary>The bytes of the numbers that a value is made from; 0 if there are only bools.</summary>
    public static int ElementSize(Value value)
    {
        foreach (Value input in value.Inputs)
        {
            if (input.DType != DType.Bool) return input.DType.Size;
        }

        return value.DType == DType.Bool ? 0 : value.DType.Size;
    }

    // Numbers of different sizes fill registers differently.
    private static bool Fits(DType from, DType to) =>
        from == DType.Bool || to == DType.Bool || from.Size == to.Size;
}
