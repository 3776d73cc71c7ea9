namespace ChainRule.Cli;

/// <summary>How a picture of a graph looks.</summary>
/// <param name="Caption">The line below; null for none.</param>
/// <param name="Dark">Whether it is light on dark.</param>
/// <param name="Scale">Pixels of a PNG file for each of an SVG file.</param>
/// <param name="View">What it shows.</param>
internal sealed record GraphStyle(string? Caption, bool Dark, double Scale, GraphViewOptions View)
{
    /// <summary>The option for the scale.</summary>
    // 2 is sharp on today's screens.
    public static Setting<double> ScaleSetting() => Settings.Positive(
        "--scale", "factor", "How many pixels of a .png file for one of the picture", 20, 2);
}
