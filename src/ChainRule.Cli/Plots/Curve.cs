using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ChainRule.Cli;

/// <summary>Draws a series: a line, and marks if it has them.</summary>
internal static class Curve
{
    private const double Radius = 3.2;

    public static IEnumerable<XElement> Draw(Series series, PlotArea area)
    {
        yield return Svg.Element("path", Svg.Set("class", $"line {series.Look}"), Svg.Set("d", Path(series, area)));
        if (!series.Marked) yield break;
        foreach (Point point in series.Points.Where(static point => double.IsFinite(point.Y)))
        {
            XElement mark = Mark(area.AtX(point.X), area.AtY(point.Y), series.Look);
            mark.Add(Svg.Element("title", $"{series.Name}, {area.X.Title} {Text(point.X)}: {Text(point.Y)}"));
            yield return mark;
        }
    }

    /// <summary>The mark of a point.</summary>
    public static XElement Mark(double x, double y, string look) =>
        Svg.Element(
            "circle", Svg.Set("class", $"mark {look}"), Svg.Set("cx", x), Svg.Set("cy", y), Svg.Set("r", Radius));

    private static string Path(Series series, PlotArea area)
    {
        var path = new StringBuilder();
        bool gap = true;
        foreach (Point point in series.Points)
        {
            bool isPoint = double.IsFinite(point.Y);
            if (isPoint)
            {
                path.Append(gap ? 'M' : 'L')
                    .Append(Svg.Number(area.AtX(point.X))).Append(' ').Append(Svg.Number(area.AtY(point.Y)));
            }

            gap = !isPoint;
        }

        return path.ToString();
    }

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
