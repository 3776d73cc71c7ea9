using ChainRule.Web.Page;

namespace ChainRule.Web.Workbench;

/// <summary>A format in which the reader can have the graph.</summary>
/// <param name="Kind">What it is called.</param>
/// <param name="Extension">What its files end in.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Text">Writes the graph.</param>
internal sealed record SharedFile(string Kind, string Extension, string Type, Func<Analysis, Language, string> Text)
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<SharedFile> All { get; } =
    [
        new("SVG", "svg", "image/svg+xml", Picture),
        new("PNG", "png", "image/png", Picture),
        new("DOT", "dot", "text/vnd.graphviz", Written(GraphExport.Dot)),
        new("Mermaid", "mmd", "text/plain", Written(GraphExport.Mermaid)),
        new("TikZ", "tex", "application/x-tex", Written(GraphExport.Tikz)),
        new("JSON", "json", "application/json", Written(GraphExport.Json)),
    ];

    /// <summary>The file of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">What is drawn; letters and digits of it become the file's name.</param>
    /// <param name="language">The reader's language.</param>
    public Download Write(Analysis graph, string name, Language language)
    {
        string stem = string.Concat(name.Where(char.IsLetterOrDigit));
        return new($"{(stem.Length == 0 ? "graph" : stem)}.{Extension}", Type, Text(graph, language));
    }

    private static Func<Analysis, Language, string> Written(
        Func<Tensor, IReadOnlyList<Tensor>?, GraphViewOptions?, string> write) =>
        (graph, language) => write(graph.Result, graph.Arguments, graph.View with { Language = language });

    // Files are for paper: light.
    private static string Picture(Analysis graph, Language language) =>
        GraphSvg.Draw(graph.Result, graph.Arguments, new GraphSvgOptions(graph.View) { Language = language });
}
