namespace ChainRule.Drawing.Figures;

/// <summary>A formula that is put together: texts and lines, seen from where its line of text begins.</summary>
/// <param name="Width">How wide.</param>
/// <param name="Above">How far it reaches above the line.</param>
/// <param name="Below">How far it reaches below the line.</param>
/// <param name="Texts">Its texts, each with the middle of its line.</param>
/// <param name="Lines">Its straight lines.</param>
internal sealed record TypeBox(
    double Width,
    double Above,
    double Below,
    IReadOnlyList<(string Words, Point Middle)> Texts,
    IReadOnlyList<(Point From, Point To)> Lines)
{
    private static TypeBox Empty { get; } = new(0, 0, 0, [], []);

    /// <summary>One text.</summary>
    public static TypeBox Of(string words)
    {
        double width = Metrics.WidthOf(words);
        return new(
            width,
            Metrics.Ascent * Metrics.TextSize,
            Metrics.Descent * Metrics.TextSize,
            [(words, new(width / 2, 0))],
            []);
    }

    /// <summary>Several beside each other.</summary>
    public static TypeBox Row(IReadOnlyList<TypeBox> boxes)
    {
        TypeBox row = Empty;
        foreach (TypeBox box in boxes) row = row.With(box, new(row.Width, 0));
        return row;
    }

    /// <summary>One above another one, and a line between.</summary>
    public static TypeBox Fraction(TypeBox top, TypeBox bottom)
    {
        double width = Math.Max(top.Width, bottom.Width);
        return Empty
            .With(top, new((width - top.Width) / 2, -Metrics.Axis - Metrics.FractionGap - top.Below))
            .With(bottom, new((width - bottom.Width) / 2, -Metrics.Axis + Metrics.FractionGap + bottom.Above))
            .With((new(0, -Metrics.Axis), new(width, -Metrics.Axis)));
    }

    /// <summary>The same with a line from its lower left to its upper right corner.</summary>
    public TypeBox Crossed() => With((new(0, Below / 2), new(Width, -0.9 * Above)));

    /// <summary>The marks.</summary>
    /// <param name="place">Where the line of text begins.</param>
    /// <param name="style">What it is.</param>
    public IEnumerable<Mark> At(Point place, TextStyle style)
    {
        foreach ((string words, Point middle) in Texts)
            yield return new Mark.Text(words, place + middle, Align.Middle, style);
        foreach ((Point from, Point to) in Lines) yield return new Mark.Rule(place + from, place + to, style);
    }

    private TypeBox With(TypeBox box, Point place) => new(
        Math.Max(Width, place.X + box.Width),
        Math.Max(Above, box.Above - place.Y),
        Math.Max(Below, box.Below + place.Y),
        [.. Texts, .. box.Texts.Select(text => (text.Words, place + text.Middle))],
        [.. Lines, .. box.Lines.Select(line => (place + line.From, place + line.To))]);

    private TypeBox With((Point From, Point To) line) => this with { Lines = [.. Lines, line] };
}
