using System.Text;
using ChainRule.Drawing.Text;

namespace ChainRule.Drawing.Figures;

/// <summary>Sizes in pixels, and how wide text is in a common sans-serif font, which nobody measures.</summary>
internal static class Metrics
{
    public const double TextSize = 15, SymbolSize = 19, Radius = 20, Margin = 16;

    /// <summary>The radius of a box's corners.</summary>
    public const double Corner = 7;

    /// <summary>How far the line of a text is below its middle, in its size.</summary>
    public const double Drop = 0.35;

    /// <summary>From an arrow to its label, and from the arrow of a value to that of its derivative.</summary>
    public const double LabelGap = 6, PairGap = 7;

    /// <summary>Free space at both sides of a label together, where an arrow bends, and where branches part.</summary>
    public const double LabelMargin = 26, Elbow = 36, Fan = 26;

    /// <summary>The arrow of a constant.</summary>
    public const double Stub = 20;

    /// <summary>From lane to lane at a branch.</summary>
    public const double Lane = 52;

    /// <summary>What a line with its label needs above and, with a derivative, below.</summary>
    public const double Above = 26, Below = 8;

    /// <summary>Free space below a derivative.</summary>
    public const double UnderDerivative = 3.25;

    /// <summary>How far letters reach above and below their line, in their size.</summary>
    public const double Ascent = 0.8, Descent = 0.25;

    /// <summary>How far the line of a fraction is above the line of text, and from what is above and below.</summary>
    public const double Axis = 5, FractionGap = 2;

    /// <summary>The width of a text.</summary>
    public static double WidthOf(string text, double size = TextSize) =>
        size * text.EnumerateRunes().Sum(static rune => TextWidth.Of(rune) switch { 0 => 0, 2 => 1, _ => Ems(rune) });

    /// <summary>The width of a node.</summary>
    public static double NodeWidth(string symbol) =>
        Math.Max(2 * Radius, WidthOf(symbol, SymbolSize) + Radius);

    // Of Helvetica and its like, rounded up.
    private static double Ems(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or '.' or ',' or '\'' or ':' or '|' => 0.3,
        'f' or 't' or 'r' or '(' or ')' or ' ' or '-' or '[' or ']' => 0.36,
        'm' or 'w' or 'M' or 'W' => 0.9,
        >= 'A' and <= 'Z' => 0.7,
        _ => 0.58,
    };
}
