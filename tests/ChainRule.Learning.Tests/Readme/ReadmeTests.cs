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
        // One epoch of this network reaches about 0.92, two reach 0.93; a broken one stays at 0.1.
        Assert.InRange(double.Parse(lines[3], CultureInfo.InvariantCulture), 0.9, 1);
        Assert.InRange(double.Parse(lines[4], CultureInfo.InvariantCulture), 0.9, 1);
        Assert.Equal(["6.5 151 -50", "True", "27", "[0.0  0.25]"], lines[5..]);
    }

    [Theory]
    [InlineData("README.md", 8)]
    [InlineData("README.zh.md", 8)]
    [InlineData("README.ja.md", 8)]
    [InlineData("docs/derivatives.md", 1)]
    [InlineData("docs/compiler.md", 2)]
    [InlineData("docs/pictures.md", 2)]
    public void Every_code_block_of_the_docs_is_compiled_and_run(string page, int count)
    {
        string examples = Words(File.ReadAllText(Path.Combine(Folder(), "ReadmeExamples.cs")));
        string[] blocks = Blocks(Page(page));
        Assert.Equal(count, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Words(block), examples, StringComparison.Ordinal));
    }

    [Fact]
    public void The_plans_of_the_tour_are_those_of_its_examples()
    {
        string[] shown = Blocks(Page("docs/compiler.md"), "text"), explained = ReadmeExamples.Explained();
        Assert.Equal(3, shown.Length);
        // Of the training step only the plan is shown.
        Assert.Equal(explained[0].Trim(), $"{shown[0].Trim()}\n\n{shown[1].Trim()}");
        Assert.EndsWith($"\n\n{shown[2].Trim()}", explained[1].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pictures_of_the_docs_are_drawn()
    {
        string[] pictures = ReadmeExamples.Pictured();
        Assert.Equal(4, pictures.Length);
        Assert.All(
            pictures.Zip(["▶ z", "∂z/∂x = ∂z/∂v1 · ∂v1/∂x", "2(x + y)", "linear2.weight"]),
            static pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
    }

    private static string Page(string name) =>
        File.ReadAllText(Path.Combine(Folder(), "../../..", name)).ReplaceLineEndings("\n");

    private static string[] Blocks(string markdown, string language = "csharp") =>
        [
            .. markdown.Split($"```{language}")[1..]
                .Select(static part => part[..part.IndexOf("```", StringComparison.Ordinal)]),
        ];

    // Indentation differs between the page and the class.
    private static string Words(string code) =>
        string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
