namespace ChainRule.Formats;

/// <summary>The types of elements of an IDX file, with the codes that stand in the file's third byte.</summary>
public enum IdxType : byte
{
    /// <summary>8-bit unsigned integers, <see cref="byte"/>.</summary>
    UnsignedByte = 0x08,

    /// <summary>8-bit signed integers, <see cref="sbyte"/>.</summary>
    SignedByte = 0x09,

    /// <summary>16-bit signed integers, <see cref="short"/>.</summary>
    Short = 0x0B,

    /// <summary>32-bit signed integers, <see cref="int"/>.</summary>
    Int = 0x0C,

    /// <summary>32-bit floating-point numbers, <see cref="float"/>.</summary>
    Float = 0x0D,

    /// <summary>64-bit floating-point numbers, <see cref="double"/>.</summary>
    Double = 0x0E,
}
