using System.Globalization;
using System.Text;
using ChainRule.Drawing.Figures;

namespace ChainRule.Drawing.Exports;

/// <summary>
/// Writes a figure for LaTeX, as a document of its own; its tikzpicture can be copied into another one.
/// </summary>
internal static class TikzWriter
{
    // A pixel of a screen is three quarters of a point.
    private const string Head = """
        % Names in Chinese or Japanese need XeLaTeX or LuaLaTeX with a font that has them.
        \documentclass[tikz, border=4pt]{standalone}
        \usetikzlibrary{arrows.meta}
        \begin{document}
        \begin{tikzpicture}[x=0.75pt, y=-0.75pt, font=\sffamily\small,
          value/.style={draw=gray, -{Latex[open]}}, derivative/.style={draw=black!80, line width=2pt, -{Latex}}]

        """;

    /// <summary>The document.</summary>
    public static string Write(Figure figure)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (Mark mark in figure.Marks)
        {
            if (mark.IsFaded) text.Append("  \\begin{scope}[opacity=0.35, densely dashed]\n");
            text.Append("  ").Append(mark switch
            {
                Mark.Arrow arrow => $"\\draw[{(arrow.IsBackward ? "derivative" : "value")}] "
                    + $"{string.Join(" -- ", arrow.Points.Select(At))};",
                Mark.Branch branch => $"\\fill[gray] {At(branch.Centre)} circle[radius=3pt];",
                Mark.Frame frame => $"\\draw[gray, dotted, rounded corners=9pt] "
                    + $"{At(new(frame.Place.Left, frame.Place.Top))} rectangle "
                    + $"{At(new(frame.Place.Right, frame.Place.Bottom))};",
                Mark.Node node => Node(node),
                Mark.Rule rule => $"\\draw {At(rule.From)} -- {At(rule.To)};",
                Mark.Text words => Text(words),
                _ => throw new System.Diagnostics.UnreachableException(mark.GetType().Name),
            }).Append('\n');
            if (mark.IsFaded) text.Append("  \\end{scope}\n");
        }

        return text.Append("\\end{tikzpicture}\n\\end{document}\n").ToString();
    }

    private static string Node(Mark.Node node)
    {
        var half = new Point(node.Width / 2, node.Height / 2);
        string corner = (node.Corner * 0.75).ToString("0.##", CultureInfo.InvariantCulture);
        return $"\\draw[gray, fill=white, rounded corners={corner}pt] {At(node.Centre - half)} rectangle "
            + $"{At(node.Centre + half)};\n  \\node at {At(node.Centre)} {{{TexText.Of(node.Symbol)}}};";
    }

    private static string Text(Mark.Text text)
    {
        string anchor = text.Align switch { Align.Start => "base west", Align.Middle => "base", _ => "base east" };
        string words = TexText.Of(text.Words);
        if (text.Style == TextStyle.Derivative) words = $"\\textbf{{{words}}}";
        return $"\\node[anchor={anchor}, inner sep=0pt] at {At(text.Place)} {{{words}}};";
    }

    private static string At(Point point) =>
        string.Create(CultureInfo.InvariantCulture, $"({point.X:0.##},{point.Y:0.##})");
}
