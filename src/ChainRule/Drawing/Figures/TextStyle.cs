namespace ChainRule.Drawing.Figures;

/// <summary>What a text of a figure is.</summary>
internal enum TextStyle
{
    /// <summary>The name of a variable or of the result.</summary>
    Name,

    /// <summary>A value, above its arrow.</summary>
    Value,

    /// <summary>A derivative, below its arrow.</summary>
    Derivative,

    /// <summary>A number beside its node.</summary>
    Constant,

    /// <summary>The title of a frame.</summary>
    Group,

    /// <summary>The line below the figure.</summary>
    Caption,
}
