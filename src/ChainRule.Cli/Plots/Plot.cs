using System.Text;
using System.Xml.Linq;

namespace ChainRule.Cli;

/// <summary>Panels side by side in one SVG document. Text stays text; in dark mode the colours turn.</summary>
internal sealed record Plot(string Title, string Description, IReadOnlyList<Panel> Panels)
{
    private const double PanelWidth = 460, Height = 360;

    // Blue and vermilion of Okabe & Ito (2008): told apart by colour-blind readers too. The dark ones are lighter for
    // contrast.
    private const string Light = "--paper: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #e3e6ea;";
    private const string Dark = "--paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --rule: #262c36;";
    private const string Line = "fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round;";

    private const string Style = $$"""

        svg { background: var(--paper); color-scheme: light dark; {{Light}}
              --first: #0072b2; --second: #d55e00; font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        @media (prefers-color-scheme: dark) {
          svg { {{Dark}} --first: #56b4e9; --second: #f0883e; }
        }
        .paper { fill: var(--paper); } .title { fill: var(--ink); font-size: 15px; font-weight: 600; }
        .label { fill: var(--ink); font-size: 12.5px; } .tick { fill: var(--faint); font-size: 11.5px; }
        .middle { text-anchor: middle; } .end { text-anchor: end; }
        .axis { stroke: var(--faint); } .grid { stroke: var(--rule); }
        .line { {{Line}} } .mark { stroke: var(--paper); stroke-width: 1; }
        .line.first { stroke: var(--first); } .line.second { stroke: var(--second); }
        .mark.first { fill: var(--first); } .mark.second { fill: var(--second); }

        """;

    /// <summary>The SVG document.</summary>
    public XDocument Draw()
    {
        double width = Panels.Count * PanelWidth;
        return new(Svg.Element(
            "svg",
            Svg.Set("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(Height)}"),
            Svg.Set("width", width),
            Svg.Set("height", Height),
            Svg.Set("role", "img"),
            Svg.Element("title", Title),
            Svg.Element("desc", Description),
            Svg.Element("style", Style),
            Svg.Element("rect", Svg.Set("class", "paper"), Svg.Set("width", width), Svg.Set("height", Height)),
            Panels.Select(static (panel, i) => panel.Draw(i * PanelWidth, PanelWidth, Height))));
    }

    /// <summary>Writes the document as UTF-8.</summary>
    public void Write(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.Write(Draw().ToString().ReplaceLineEndings("\n"));
        writer.Write('\n');
    }
}
