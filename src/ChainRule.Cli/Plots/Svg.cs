using System.Globalization;
using System.Xml.Linq;

namespace ChainRule.Cli;

/// <summary>The few SVG elements that plots are made of.</summary>
internal static class Svg
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    /// <summary>An element with attributes, children or text; attributes may be numbers.</summary>
    public static XElement Element(string name, params object[] content) => new(Space + name, content);

    /// <summary>An attribute; a number is written with at most two decimals, finer than any screen shows.</summary>
    public static XAttribute Set(string name, double value) => new(name, Number(value));

    /// <summary>An attribute.</summary>
    public static XAttribute Set(string name, string value) => new(name, value);

    /// <summary>A straight line.</summary>
    public static XElement Line(double x1, double y1, double x2, double y2, string look) =>
        Element("line", Set("class", look), Set("x1", x1), Set("y1", y1), Set("x2", x2), Set("y2", y2));

    /// <summary>Text; the class says which end of it is at x.</summary>
    public static XElement Text(double x, double y, string look, string text) =>
        Element("text", Set("class", look), Set("x", x), Set("y", y), text);

    /// <summary>A coordinate.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
