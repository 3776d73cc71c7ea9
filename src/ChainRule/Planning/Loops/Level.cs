namespace ChainRule.Planning;

/// <summary>How often an <see cref="Instruction"/> is executed.</summary>
internal enum Level : byte
{
    /// <summary>Once: what it works on is the same for all rows and columns.</summary>
    Kernel,

    /// <summary>Once for each row.</summary>
    Row,

    /// <summary>For each element of each row.</summary>
    Element,
}
