using System.Xml.Linq;
using ChainRule.Lessons;

namespace ChainRule.Cli.Tests;

public sealed class LessonCommandTests
{
    // What the textbook, chapter 5, prints.
    public static TheoryData<string, string[]> Derivatives => new()
    {
        { "apple", ["∂total/∂apple = 2.2", "∂total/∂apples = 110", "∂total/∂tax = 200"] },
        {
            "apple-orange",
            [
                "∂total/∂apple = 2.2", "∂total/∂apples = 110", "∂total/∂orange = 3.3", "∂total/∂oranges = 165",
                "∂total/∂tax = 650",
            ]
        },
        { "square", ["∂z/∂x = 14", "∂z/∂y = 14"] },
        { "add-node", ["∂L/∂x = 1.3", "∂L/∂y = 1.3"] },
        { "multiply-node", ["∂L/∂x = 6.5", "∂L/∂y = 13"] },
        { "reciprocal", ["∂y/∂x = -0.25"] },
        { "sigmoid", ["∂y/∂x = 0.19661"] },
        { "relu", ["∂L/∂x = [[1 0] [0 1]]"] },
        { "affine-batch", ["∂L/∂B = [5 7 9]"] },
    };

    [Theory]
    [MemberData(nameof(Derivatives))]
    public void An_example_has_the_textbooks_derivatives(string lesson, string[] lines)
    {
        Run run = Run.Of("lesson", lesson);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string output = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(lines, line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public void All_examples_are_listed() => Approved.Verify(
        Run.Of("lesson").Output + "\n" + Run.Of("lesson", "--lang", "zh").Output + "\n"
        + Run.Of("lesson", "--lang", "ja").Output);

    [Fact]
    public void The_files_of_every_example_are_written_in_every_language()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("chainrule");
        try
        {
            foreach (string language in (string[])["en", "zh", "ja"])
            {
                string place = Path.Combine(folder.FullName, language);
                Assert.Equal(0, Run.Of("lesson", "all", "--lang", language, "--out", place).ExitCode);
                foreach (LessonFigure figure in Chapter.Lessons.SelectMany(static lesson => lesson.Figures))
                    _ = XDocument.Load(Path.Combine(place, $"{figure.Name}.svg"));
                // Those in the repository are these: otherwise run scripts/figures.sh.
                string shipped = RepositoryRoot.Of("docs", "figures", language);
                Assert.All(Directory.GetFiles(place), file => Assert.Equal(
                    File.ReadAllText(file), File.ReadAllText(Path.Combine(shipped, Path.GetFileName(file)))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("aple", "error: there is no example aple; did you mean apple?\n")]
    [InlineData("x", "error: there is no example x; there are apple, apple-orange, local-computation, ")]
    public void An_example_that_is_not_there_is_refused(string name, string message)
    {
        Run run = Run.Of("lesson", name);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }
}
