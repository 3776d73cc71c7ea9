using System.Text;
using ChainRule.Formats;

namespace ChainRule.Cli;

/// <summary>A file that gets the picture of a graph; its ending tells which kind.</summary>
internal sealed class GraphFile
{
    /// <summary>The endings, to follow "must be".</summary>
    public const string Allowed = "a file that ends in .svg, .txt, .dot, .mmd, .tex or .json";

    private static readonly Dictionary<string, Func<Tensor, Tensor[]?, GraphStyle, string>> Writers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [".svg"] = static (result, arguments, style) => GraphSvg.Draw(
                result, arguments, new GraphSvgOptions(style.View) { Caption = style.Caption, Dark = style.Dark }),
            [".txt"] = static (result, arguments, style) => GraphText.Draw(
                result, arguments, new GraphTextOptions(style.View)),
            [".dot"] = static (result, arguments, style) => GraphExport.Dot(result, arguments, style.View),
            [".mmd"] = static (result, arguments, style) => GraphExport.Mermaid(result, arguments, style.View),
            [".tex"] = static (result, arguments, style) => GraphExport.Tikz(result, arguments, style.View),
            [".json"] = static (result, arguments, style) => GraphExport.Json(result, arguments, style.View),
        };

    private readonly string _path;

    private GraphFile(string path) => _path = path;

    /// <summary>Reads the value of --out.</summary>
    public static bool TryRead(string path, out GraphFile? file)
    {
        bool isKnown = Writers.ContainsKey(Path.GetExtension(path)) && !path.Contains('\0', StringComparison.Ordinal);
        file = isKnown ? new(path) : null;
        return isKnown;
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="FailureException">There is no such folder.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Write(Tensor result, Tensor[]? arguments, GraphStyle style)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        if (!Directory.Exists(folder)) throw new FailureException($"--out: there is no folder {folder}; make it first");
        string text = Writers[Path.GetExtension(_path)](result, arguments, style);
        AtomicFile.Write(_path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return _path;
    }
}
