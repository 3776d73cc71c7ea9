using System.Xml.Linq;

namespace ChainRule.Cli;

/// <summary>One diagram: axes with ticks, a legend, lines.</summary>
internal sealed record Panel(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    private const double Left = 68, Right = 20, Top = 64, Bottom = 52;

    /// <summary>Draws the panel into a frame.</summary>
    /// <param name="left">The frame's left edge.</param>
    /// <param name="width">The frame's width.</param>
    /// <param name="height">The frame's height.</param>
    public XElement Draw(double left, double width, double height)
    {
        var area = new PlotArea(X, Y, left + Left, left + width - Right, Top, height - Bottom);
        return Svg.Element(
            "g", Headings(area, left), Grid(area), Legend(area), Series.Select(series => Curve.Draw(series, area)));
    }

    private IEnumerable<XElement> Headings(PlotArea area, double left)
    {
        double middle = (area.Top + area.Bottom) / 2, turned = left + 18;
        yield return Svg.Text(area.Left, 24, "title", Title);
        yield return Svg.Text((area.Left + area.Right) / 2, area.Bottom + 40, "label middle", X.Title);
        XElement vertical = Svg.Text(turned, middle, "label middle", Y.Title);
        vertical.Add(Svg.Set("transform", $"rotate(-90 {Svg.Number(turned)} {Svg.Number(middle)})"));
        yield return vertical;
    }

    private IEnumerable<XElement> Grid(PlotArea area)
    {
        foreach (double tick in Y.Ticks)
        {
            yield return Svg.Line(area.Left, area.AtY(tick), area.Right, area.AtY(tick), "grid");
            yield return Svg.Text(area.Left - 8, area.AtY(tick) + 4, "tick end", Y.Label(tick));
        }

        foreach (double tick in X.Ticks)
        {
            yield return Svg.Line(area.AtX(tick), area.Bottom, area.AtX(tick), area.Bottom + 5, "axis");
            yield return Svg.Text(area.AtX(tick), area.Bottom + 20, "tick middle", X.Label(tick));
        }

        yield return Svg.Line(area.Left, area.Bottom, area.Right, area.Bottom, "axis");
        yield return Svg.Line(area.Left, area.Bottom, area.Left, area.Top, "axis");
    }

    // Above the lines, so that it never covers one.
    private IEnumerable<XElement> Legend(PlotArea area)
    {
        const double Sample = 22, Letter = 6.6, Gap = 22, Baseline = 48;
        double x = area.Left;
        foreach (Series series in Series)
        {
            yield return Svg.Line(x, Baseline - 4, x + Sample, Baseline - 4, $"line {series.Look}");
            if (series.Marked) yield return Curve.Mark(x + (Sample / 2), Baseline - 4, series.Look);
            yield return Svg.Text(x + Sample + 6, Baseline, "label", series.Name);
            x += Sample + 6 + (series.Name.Length * Letter) + Gap;
        }
    }
}
