namespace ChainRule.Tests.Architecture;

/// <summary>
/// The library's source: each folder with its files, and which folder uses which types of which other.
/// </summary>
internal sealed class SourceTree(IReadOnlyDictionary<string, IReadOnlyList<SourceFile>> folders)
{
    public IReadOnlyDictionary<string, IReadOnlyList<SourceFile>> Folders { get; } = folders;

    public static SourceTree Read(string root)
    {
        var folders = new Dictionary<string, IReadOnlyList<SourceFile>>();
        foreach (string folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(folder);
            if (name is "bin" or "obj") continue;
            folders.Add(name, [.. Directory
                .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(Path.GetRelativePath(root, path), File.ReadAllText(path)))]);
        }

        return new SourceTree(folders);
    }

    /// <summary>
    /// One line for each type that a folder uses without being allowed to:
    /// <c>Graphs/Node.cs uses Tensor of Tensors</c>.
    /// </summary>
    public IReadOnlyList<string> Violations(IReadOnlyDictionary<string, string[]> allowed)
    {
        var types = Folders.SelectMany(static folder => folder.Value.SelectMany(file =>
            file.Types.Select(type => (Folder: folder.Key, file.Namespace, Type: type)))).Distinct().ToList();
        return [.. Folders.SelectMany(folder => folder.Value.SelectMany(file => types
            .Where(type => type.Folder != folder.Key
                && !allowed[folder.Key].Contains(type.Folder)
                && file.Names(type.Type, type.Namespace))
            .Select(type => $"{file.Path} uses {type.Type} of {type.Folder}")))];
    }
}
