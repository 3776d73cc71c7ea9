namespace ChainRule.Tests.Architecture;

/// <summary>Lines end where .editorconfig says: <c>max_line_length = 120</c>, which no analyzer looks at.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 120;

    private static readonly string[] Roots = ["src", "tests", "bench"];

    [Fact]
    public void No_line_is_longer_than_120_characters()
    {
        string root = RepositoryRoot.Of();
        IEnumerable<string> paths = Roots
            .Select(folder => Path.Combine(root, folder))
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        IEnumerable<string> found = paths.SelectMany(path => TooLong(path, File.ReadAllText(Path.Combine(root, path))));
        Assert.Equal("", string.Join("\n", found));
    }

    [Fact]
    public void A_longer_line_is_found() =>
        Assert.Equal(["Sample.cs:2 has 121 characters"], TooLong("Sample.cs", $"\n{new string('x', Longest + 1)}\n"));

    [Theory]
    [InlineData('x')]
    // Two bytes each in UTF-8.
    [InlineData('ȳ')]
    public void Characters_are_counted_and_120_are_allowed(char character) =>
        Assert.Empty(TooLong("Sample.cs", $"{new string(character, Longest)}\r\n{new string(character, Longest)}"));

    private static IEnumerable<string> TooLong(string path, string text) => text
        .Split('\n')
        .Select(static (line, index) => (Number: index + 1, line.TrimEnd('\r').Length))
        .Where(static line => line.Length > Longest)
        .Select(line => $"{path}:{line.Number} has {line.Length} characters");
}
