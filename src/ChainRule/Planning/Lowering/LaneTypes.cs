namespace ChainRule.Planning;

/// <summary>Facts about each <see cref="LaneType"/>.</summary>
internal static class LaneTypes
{
    /// <summary>What elements of a dtype are in a kernel.</summary>
    public static LaneType Of(DType dtype) => dtype switch
    {
        DType.Bool => LaneType.Mask,
        DType.Int32 or DType.Int64 => LaneType.Whole,
        _ => LaneType.Real,
    };
}
