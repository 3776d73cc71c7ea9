using System.Text;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Cli;

/// <summary>The picture of a graph, as the bytes of a file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Missing">The characters for which there was no font.</param>
internal sealed record GraphPicture(byte[] Bytes, IReadOnlyCollection<string> Missing)
{
    private static readonly Dictionary<string, Func<Tensor, Tensor[]?, GraphStyle, GraphPicture>> Kinds =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [".svg"] = static (result, arguments, style) => Of(GraphSvg.Draw(
                result, arguments, new GraphSvgOptions(style.View) { Caption = style.Caption, Dark = style.Dark })),
            [".png"] = static (result, arguments, style) => new(
                FigureFile.Png(Figure(result, arguments, style), style.Dark, style.Scale, out var missing), missing),
            [".pdf"] = static (result, arguments, style) => new(
                FigureFile.Pdf(Figure(result, arguments, style), style.Dark, out var missing), missing),
            [".txt"] = static (result, arguments, style) =>
                Of(GraphText.Draw(result, arguments, new GraphTextOptions(style.View))),
            [".dot"] = static (result, arguments, style) => Of(GraphExport.Dot(result, arguments, style.View)),
            [".mmd"] = static (result, arguments, style) => Of(GraphExport.Mermaid(result, arguments, style.View)),
            [".tex"] = static (result, arguments, style) => Of(GraphExport.Tikz(result, arguments, style.View)),
            [".json"] = static (result, arguments, style) => Of(GraphExport.Json(result, arguments, style.View)),
        };

    /// <summary>The endings of files: <c>.svg, .png … or .json</c>.</summary>
    public static string Endings { get; } = $"{string.Join(", ", Kinds.Keys.SkipLast(1))} or {Kinds.Keys.Last()}";

    /// <summary>Whether there is a kind of picture with a file's ending.</summary>
    public static bool IsKnown(string ending) => Kinds.ContainsKey(ending);

    /// <summary>Draws a graph.</summary>
    /// <param name="ending">The ending of a file, which tells the kind.</param>
    /// <param name="result">The result of the graph.</param>
    /// <param name="arguments">By what it is differentiated; null for all.</param>
    /// <param name="style">How it looks.</param>
    /// <exception cref="FailureException">There is no font, or the picture would be too large.</exception>
    public static GraphPicture Draw(string ending, Tensor result, Tensor[]? arguments, GraphStyle style) =>
        Kinds[ending](result, arguments, style);

    /// <summary>Says which characters have no font.</summary>
    public void Warn(Terminal terminal)
    {
        if (Missing.Count == 0) return;
        terminal.Warn($"no font has {string.Join(' ', Missing)}; install one, such as fonts-noto-cjk");
    }

    private static GraphPicture Of(string text) => new(Encoding.UTF8.GetBytes(text), []);

    private static Figure Figure(Tensor result, Tensor[]? arguments, GraphStyle style) => FigureBuilder.Build(
        SceneBuilder.Build(result.Node, arguments?.Select(static x => x.Node).ToArray(), style.View),
        style.Caption,
        style.View.Panels);
}
