namespace ChainRule.Drawing.Svg;

/// <summary>The colours of a picture. Meaning never depends on them: it can be printed in black and white.</summary>
/// <param name="Background">Behind everything.</param>
/// <param name="Node">Inside nodes.</param>
/// <param name="Text">Text and signs.</param>
/// <param name="Forward">Arrows of values, outlines of nodes.</param>
/// <param name="Backward">Arrows of derivatives.</param>
/// <param name="Derivative">Derivatives.</param>
internal sealed record Palette(
    string Background, string Node, string Text, string Forward, string Backward, string Derivative)
{
    /// <summary>Dark on white.</summary>
    public static Palette Light { get; } = new("#ffffff", "#ffffff", "#1f2328", "#6e7781", "#24292f", "#57606a");

    /// <summary>Light on dark.</summary>
    public static Palette Dark { get; } = new("#0d1117", "#161b22", "#e6edf3", "#8b949e", "#c9d1d9", "#9da7b3");
}
