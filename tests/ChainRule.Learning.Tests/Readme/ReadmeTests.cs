using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChainRule.Learning.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void The_examples_print_what_their_comments_say()
    {
        string[] lines = ReadmeExamples.Run();
        Assert.Equal(["49", "14 14", "5.010007503399555 1.8588799919401329"], lines[..3]);
        // One epoch of this network reaches about 0.93; a broken one stays at 0.1.
        Assert.InRange(double.Parse(lines[3], CultureInfo.InvariantCulture), 0.9, 1);
        Assert.Equal(["True", "27", "[0.0  0.25]"], lines[4..]);
    }

    [Theory]
    [InlineData("README.md", 6)]
    [InlineData("README.zh.md", 6)]
    [InlineData("README.ja.md", 6)]
    [InlineData("docs/derivatives.md", 1)]
    public void Every_code_block_of_the_docs_is_compiled_and_run(string page, int count)
    {
        string examples = Words(File.ReadAllText(Path.Combine(Folder(), "ReadmeExamples.cs")));
        string[] blocks = Blocks(File.ReadAllText(Path.Combine(Folder(), "../../..", page)));
        Assert.Equal(count, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Words(block), examples, StringComparison.Ordinal));
    }

    private static string[] Blocks(string markdown) =>
        [
            .. markdown.Split("```csharp")[1..]
                .Select(static part => part[..part.IndexOf("```", StringComparison.Ordinal)]),
        ];

    // Indentation differs between the page and the class.
    private static string Words(string code) =>
        string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
