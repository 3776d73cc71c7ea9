using ChainRule.Formats;

namespace ChainRule.Cli;

/// <summary>Where the results of a training go: one file, or a folder that gets a plot and the figures.</summary>
internal sealed class Destination
{
    private const string FileName = "training";

    private static readonly Dictionary<string, Action<TrainingResult, Stream>> Writers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [".svg"] = static (result, stream) => TrainingPlot.Of(result).Write(stream),
            [".csv"] = TrainingFigures.WriteCsv,
            [".json"] = TrainingFigures.WriteJson,
        };

    private readonly string[] _files;

    private Destination(string[] files) => _files = files;

    /// <summary>Reads the value of --out.</summary>
    public static bool TryRead(string path, out Destination destination)
    {
        string extension = Path.GetExtension(path);
        bool isFolder = extension.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path);
        destination = new(isFolder ? [.. Writers.Keys.Select(kind => Path.Combine(path, FileName + kind))] : [path]);
        return !string.IsNullOrWhiteSpace(path)
            && !path.Contains('\0', StringComparison.Ordinal)
            && (isFolder || Writers.ContainsKey(extension));
    }

    /// <summary>
    /// Makes sure that the files can be written, before hours of work go into them. Makes the folder if there is none.
    /// </summary>
    /// <exception cref="FailureException">They cannot.</exception>
    public void Prepare()
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(_files[0]))!;
        if (File.Exists(folder))
            throw new FailureException(
                $"cannot make the folder {folder}, because a file has this name; choose another one with --out");
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
            using (new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(
                $"cannot write to the folder {folder}; choose another one with --out ({ErrorText.Of(failure)})",
                failure);
        }

        if (Array.Find(_files, Directory.Exists) is { } taken)
            throw new FailureException(
                $"cannot write {taken}, because a folder has this name; choose another one with --out");
    }

    /// <summary>Writes the files.</summary>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> Write(TrainingResult result)
    {
        foreach (string file in _files)
            AtomicFile.Write(file, stream => Writers[Path.GetExtension(file)](result, stream));
        return _files;
    }
}
