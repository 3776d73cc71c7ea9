namespace ChainRule.Drawing.Figures;

/// <summary>Which part of a text is at its place.</summary>
internal enum Align
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
