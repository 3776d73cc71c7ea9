namespace ChainRule.Planning;

/// <summary>What a value of a kernel is. Its size is the kernel's <see cref="LoopKernel.ElementSize"/>.</summary>
internal enum LaneType : byte
{
    /// <summary>float32 or float64.</summary>
    Real,

    /// <summary>int32 or int64.</summary>
    Whole,

    /// <summary>True or false: all bits of a lane are ones or zeros. In memory a bool of one byte.</summary>
    Mask,
}
