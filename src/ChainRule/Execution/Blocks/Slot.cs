namespace ChainRule.Execution;

/// <summary>Where the value of an instruction lies while a <see cref="BlockProgram"/> runs.</summary>
internal struct Slot
{
    /// <summary>The array it lies in: that of an operand, or the frame's memory.</summary>
    public Array Array;

    /// <summary>The distance in bytes from the array's first element to the value's first one.</summary>
    public nint Offset;

    /// <summary>
    /// Ands with the position of an element: −1 for one value an element, 0 for a value that is the same for all.
    /// Such a value fills a cell, so that a register can be loaded from it.
    /// </summary>
    public nint Mask;

    /// <summary>Whether a whole register may be read where the last one begins.</summary>
    public bool IsReadable;

    /// <summary>Whether it lies in the memory of an operand, of which nothing else may be written.</summary>
    public bool IsInPlace;
}
