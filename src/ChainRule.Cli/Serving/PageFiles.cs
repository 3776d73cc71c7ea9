using System.IO.Compression;

namespace ChainRule.Cli;

/// <summary>
/// The files of the playground. They are kept packed, for browsers that unpack them themselves; data that is packed in
/// its own way is kept as it is.
/// </summary>
internal sealed class PageFiles
{
    private const string Packed = ".br", PackedData = "-ubyte.gz";

    private readonly Dictionary<string, string> _paths;

    private PageFiles(Dictionary<string, string> paths) => _paths = paths;

    /// <summary>Where they are if they come with this program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "page");

    /// <summary>Finds the files in a folder.</summary>
    /// <exception cref="FailureException">The page is not there.</exception>
    public static PageFiles In(string folder)
    {
        // What is asked for is looked up here, so that nothing outside of the folder can be.
        var paths = new Dictionary<string, string>();
        if (Directory.Exists(folder))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
                if (IsPacked(name)) paths.Add(name[..^Packed.Length], path);
                else if (name.EndsWith(PackedData, StringComparison.Ordinal)) paths.Add(name, path);
            }
        }

        return paths.ContainsKey("index.html")
            ? new(paths)
            : throw new FailureException(
                $"there is no page in {folder}: run scripts/publish-web.sh and build again, or install the tool, which "
                + "has it");
    }

    /// <summary>Finds a file.</summary>
    /// <param name="name">What is asked for, such as <c>_framework/dotnet.js</c>; empty for the page itself.</param>
    /// <returns>Its media type, where it is, and whether it is packed; null if there is none.</returns>
    public (string Type, string Path, bool IsPacked)? Find(string name)
    {
        if (name.Length == 0) name = "index.html";
        return _paths.TryGetValue(name, out string? path)
            ? (MediaTypes.Of(name), path, IsPacked(path))
            : null;
    }

    /// <summary>Writes a file that was found.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="output">Where to.</param>
    /// <param name="unpack">Whether for a browser that cannot unpack it.</param>
    public static async Task WriteAsync(string path, Stream output, bool unpack)
    {
        await using FileStream file = File.OpenRead(path);
        if (!unpack)
        {
            await file.CopyToAsync(output);
            return;
        }

        await using var content = new BrotliStream(file, CompressionMode.Decompress);
        await content.CopyToAsync(output);
    }

    private static bool IsPacked(string path) => path.EndsWith(Packed, StringComparison.Ordinal);
}
