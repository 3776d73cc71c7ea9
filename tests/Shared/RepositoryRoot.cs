namespace ChainRule.Testing;

/// <summary>The folder of the solution, found by walking up from the test program.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>A file of the repository, e.g. <c>Of("data", "mnist", "train-images-idx3-ubyte.gz")</c>.</summary>
    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        const string Solution = "ChainRule.slnx";
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }
        throw new FileNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }
}
