using ChainRule.Web.Page;
using ChainRule.Web.Workbench;

namespace ChainRule.Web.Tests.Workbench;

public sealed class SharingTests
{
    private static readonly PageState Square = PageState.First with { Formula = "t = x + y; z = \"t\"" };

    [Theory]
    [InlineData("SVG", "z.svg", "<svg")]
    [InlineData("PNG", "z.png", "<svg")]
    [InlineData("DOT", "z.dot", "digraph")]
    [InlineData("Mermaid", "z.mmd", "flowchart LR")]
    [InlineData("TikZ", "z.tex", "%")]
    [InlineData("JSON", "z.json", "{")]
    public void Every_format_is_that_of_the_library(string kind, string name, string start)
    {
        Analysis graph = Analysis.Of(PageState.First).Graph!;
        Download file = SharedFile.All.First(file => file.Kind == kind)
            .Write(graph, graph.ResultName, Language.English);
        Assert.Equal(name, file.Name);
        Assert.StartsWith(start, file.Text);
    }

    [Fact]
    public void An_element_for_other_pages_cannot_be_left_by_quotes()
    {
        string frame = new PageLinks("https://example.org/page/").FrameOf(Square);
        const string Formula = "t%20%3D%20x%20%2B%20y%3B%20z%20%3D%20%22t%22";
        Assert.StartsWith($"<iframe src=\"https://example.org/page/#f={Formula}&amp;", frame);
        Assert.Contains("&amp;embed=1", frame);
    }

    [Fact]
    public void Code_is_that_which_this_file_s_neighbour_compiles()
    {
        PageState state = PageState.First with { By = "x" };
        Assert.Equal(CopiedCode.Text, CSharpCode.Of(state, Analysis.Of(state).Graph!));
    }

    [Theory]
    [InlineData("y", "y")]
    [InlineData(null, "x")]
    [InlineData("unknown", "x")]
    public void Code_of_a_second_derivative_differentiates_first(string? by, string variable)
    {
        PageState state = PageState.First with { By = by, IsSecond = true };
        Assert.Contains(
            $"result = Gradient.Of(result, [values[\"{variable}\"]], Independent.Zero)[0].Named(\"∂z/∂{variable}\");\n",
            CSharpCode.Of(state, Analysis.Of(state).Graph!));
    }
}
