using ChainRule.Formats;

namespace ChainRule.Cli;

/// <summary>A file that gets the picture of a graph; its ending tells which kind.</summary>
internal sealed class GraphFile
{
    private readonly string _path;

    private GraphFile(string path) => _path = path;

    /// <summary>The endings, to follow "must be".</summary>
    public static string Allowed { get; } = $"a file that ends in {GraphPicture.Endings}";

    /// <summary>Whether its places are those of a figure.</summary>
    public bool IsFigure => Path.GetExtension(_path).ToLowerInvariant() is ".svg" or ".png" or ".pdf" or ".tex";

    /// <summary>Reads the value of --out.</summary>
    public static bool TryRead(string path, out GraphFile? file)
    {
        bool isKnown = GraphPicture.IsKnown(Path.GetExtension(path)) && !path.Contains('\0', StringComparison.Ordinal);
        file = isKnown ? new(path) : null;
        return isKnown;
    }

    /// <summary>Writes the file, and says so.</summary>
    /// <exception cref="FailureException">There is no such folder, or no font.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Terminal terminal, GraphRequest request, GraphStyle style)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        if (!Directory.Exists(folder)) throw new FailureException($"--out: there is no folder {folder}; make it first");
        var picture = GraphPicture.Draw(Path.GetExtension(_path), request.Result, request.Drawn, style);
        AtomicFile.Write(_path, stream => stream.Write(picture.Bytes));
        terminal.Line($"wrote {_path}");
        picture.Warn(terminal);
    }
}
