namespace ChainRule.Execution;

/// <summary>How long a value of a <see cref="BlockProgram"/> lives, and how many elements it has.</summary>
internal enum SlotKind : byte
{
    /// <summary>One element for the whole run, in a cell.</summary>
    Kernel,

    /// <summary>One element a row: in a cell, or one after the other where rows are worked on in groups.</summary>
    Row,

    /// <summary>Elements of rows that are repeated for their columns where rows are worked on in groups.</summary>
    Expanded,

    /// <summary>One for each element of a block.</summary>
    Element,

    /// <summary>One for each element of a whole row, or of a group of rows.</summary>
    Scratch,
}
