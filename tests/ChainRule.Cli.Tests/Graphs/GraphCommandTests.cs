namespace ChainRule.Cli.Tests;

public sealed class GraphCommandTests
{
    [Fact]
    public void A_formula_is_drawn_in_the_terminal_with_its_derivatives()
    {
        Run run = Run.Of("graph", "z = (x + y)**2", "--at", "x=3,y=4");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("14", run.Output, StringComparison.Ordinal);
        Assert.Contains("z = 49; derivatives: 14 by x, 14 by y.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The result = 49; derivatives: 14 by x, 14 by y.")]
    [InlineData("zh", "结果 = 49；导数：对 x 为 14，对 y 为 14。")]
    [InlineData("ja", "結果 = 49；微分：x について 14、y について 14。")]
    public void The_graph_is_told_in_a_language(string language, string words)
    {
        Run run = Run.Of("graph", "(x + y)**2", "--at", "x=3,y=4", "--lang", language);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_in_a_file_has_the_language_too()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("chainrule");
        try
        {
            string svg = Path.Combine(folder.FullName, "z.svg");
            Assert.Equal(0, Run.Of("graph", "z = x * 2", "--at", "x=3", "--lang", "ja", "--out", svg).ExitCode);
            Assert.Contains("<title>z の計算グラフ</title>", File.ReadAllText(svg), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Values_and_derivatives_can_have_a_picture_each()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("chainrule");
        try
        {
            foreach (string ending in (string[])["svg", "png", "pdf", "tex"])
            {
                string file = Path.Combine(folder.FullName, $"z.{ending}");
                Run run = Run.Of("graph", "z = x * y", "--at", "x=3,y=4", "--panels", "--out", file);
                Assert.Equal((0, true), (run.ExitCode, File.Exists(file)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        foreach (string[] rest in (string[][])[[], ["--out", "z.dot"]])
        {
            Run run = Run.Of(["graph", "z = x * y", "--at", "x=3,y=4", "--panels", .. rest]);
            Assert.Equal(2, run.ExitCode);
            Assert.Equal(
                "error: --panels is for figures; add --out with a .svg, .png, .pdf or .tex\n", run.Error);
        }
    }

    [Fact]
    public void One_node_can_be_shown_with_its_neighbours()
    {
        Run run = Run.Of("graph", "t = x + y; u = t * x; z = sin(u)", "--at", "x=3,y=4", "--focus", "t");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("t = 7", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("u = 21", run.Output, StringComparison.Ordinal);
        run = Run.Of("graph", "z = x * y", "--at", "x=3,y=4", "--focus", "q");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("error: focus: there is no node q in the picture. Choose one of x, y, z\n", run.Error);
    }

    [Fact]
    public void One_variable_can_be_chosen()
    {
        Run run = Run.Of("graph", "x * y", "--at", "x=3", "y=4", "--wrt", "y");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("derivatives: 3 by y.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("4 by x", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_has_shapes_and_no_derivatives()
    {
        Run run = Run.Of("graph", "v * 2", "--at", "v=[1, 2, 3]");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("(3,)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_written_to_a_file_and_a_formula_read_from_one()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("chainrule");
        try
        {
            string formula = Path.Combine(folder.FullName, "formula.txt"), svg = Path.Combine(folder.FullName, "z.svg");
            File.WriteAllText(formula, "t = 苹果 * 2\nt * 1.1");
            Run run = Run.Of("graph", formula, "--at", "苹果=100", "--out", svg, "--caption", "两个苹果", "--dark");
            Assert.Equal((0, $"wrote {svg}{Environment.NewLine}"), (run.ExitCode, run.Output));
            string text = File.ReadAllText(svg);
            Assert.StartsWith("<svg ", text, StringComparison.Ordinal);
            Assert.Contains("两个苹果", text, StringComparison.Ordinal);
            string picture = Path.ChangeExtension(svg, ".txt");
            Assert.Equal(0, Run.Of("graph", formula, "--at", "苹果=100", "--out", picture).ExitCode);
            Assert.Contains("220", File.ReadAllText(picture), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_derivative_is_a_graph_too()
    {
        Run run = Run.Of("graph", "z = x**3 * y", "--at", "x=2,y=5", "--wrt", "x", "--second");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        // 3x²y = 60 and 6xy = 60.
        Assert.Contains("∂z/∂x = 60; derivatives: 60 by x.", run.Output, StringComparison.Ordinal);
        run = Run.Of("graph", "x * y", "--at", "x=2,y=5", "--second");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: --second needs one variable", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("∂z/∂z · ∂z/∂t · ∂t/∂x", "t = x + y; z = t**2", "--labels", "chain")]
    [InlineData("∂z/∂t · 1", "t = x + y; z = t**2", "--symbolic")]
    [InlineData("2(x + y)", "(x + y)**2", "--labels", "simplified")]
    [InlineData("∂L/∂Y · Wᵀ", "Y = X @ W", "--symbolic", "--at", "X=[[1,2]],W=[[1,2],[3,4]]")]
    [InlineData("6.5", "z = x * y", "--at", "x=10,y=5", "--upstream", "1.3")]
    [InlineData("exp", "y = sigmoid(x)", "--at", "x=1", "--unfold", "sigmoid")]
    [InlineData("x₂", "L = sum(x * x)", "--at", "x=[1,2]", "--unfold", "elements")]
    [InlineData("│ t ├", "t = x*x + x; z = t*y", "--at", "x=1,y=2", "--fold", "t")]
    [InlineData("[0, 0]", "z = sum(softmax(x))", "--at", "x=[0,0]", "--elements", "2")]
    public void A_view_can_be_chosen(string part, string formula, params string[] options)
    {
        Run run = Run.Of(["graph", formula, .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--unfold: there is no sofmax in the graph to unfold; there is sigmoid", "--unfold", "sofmax")]
    [InlineData("--fold: there is no z in the graph to fold; there is y", "--fold", "z")]
    [InlineData("--upstream must be a number unless --symbolic is given, but was 'E'", "--upstream", "E")]
    [InlineData("unfold: unrolled into numbers, the graph would have more than 400", "--unfold", "elements")]
    public void A_view_that_is_not_there_is_told(string message, params string[] options)
    {
        string values = $"x=[{string.Join(",", Enumerable.Repeat("1", 500))}]";
        Run run = Run.Of(["graph", "y = sum(sigmoid(x))", "--at", values, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"error: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 2", "The result = 3.")]
    [InlineData("2 > 1", "The result = true.")]
    [InlineData("1 / 0", "The result = ∞.")]
    [InlineData("2", "The result = 2.")]
    [InlineData("t = 3; t", "t = 3.")]
    public void A_formula_may_be_of_numbers_alone(string formula, string line)
    {
        Run run = Run.Of("graph", formula);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($"{line}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        Run run = Run.Of("graph", "1 + 2", "--out", Path.Combine(folder, "z.svg"));
        Assert.Equal((1, $"error: --out: there is no folder {folder}; make it first\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("error: a number, a name or “(” is expected here, but there is “*”\nx + * y\n    ^\n", "x + * y")]
    [InlineData("error: “x” has no value; give it one, such as x=2; give the values with --at x=…\nx\n^\n", "x")]
    [InlineData("error: --at: “x” gets two values\nx=1,x=2\n    ^^^\n", "x", "--at", "x=1,x=2")]
    [InlineData("error: --at: the formula has no variable y\n", "x", "--at", "x=1,y=2")]
    [InlineData(
        "error: there is no file gone.txt, and as a formula: “.” means nothing in an expression\ngone.txt\n    ^\n",
        "gone.txt", "--at", "x=1")]
    [InlineData(
        "error: max is that of all elements of a tensor, or along an axis. Of two numbers, write maximum(x, y)\n"
            + "max(x, 1)\n^^^^^^^^^\n",
        "max(x, 1)", "--at", "x=1")]
    [InlineData("error: --at: names with their values are needed, such as x=3,y=4\n3\n^\n", "x", "--at", "3")]
    [InlineData(
        "error: --at: an operator is missing here; for a product write “*” between them\nx=3y\n  ^^\n",
        "x", "--at", "x=3y")]
    [InlineData("error: --wrt: the formula has no variable z; it has x\n", "x", "--at", "x=1", "--wrt", "z")]
    [InlineData(
        "error: --out must be a file that ends in .svg, .png, .pdf, .txt, .dot, .mmd, .tex or .json, "
            + "but was 'z.gif'\n",
        "x", "--out", "z.gif")]
    [InlineData("error: chainrule graph needs a formula; see chainrule graph --help\n")]
    [InlineData(
        "error: --wrt: only one number can be differentiated, but the result is Float64 of shape [2]; sum it, for "
            + "example\n",
        "v", "--at", "v=[1,2]", "--wrt", "v")]
    public void What_is_wrong_is_explained_with_exit_code_2(string message, params string[] arguments)
    {
        Run run = Run.Of(["graph", .. arguments]);
        Assert.Equal((2, "", message), (run.ExitCode, run.Output, run.Error.ReplaceLineEndings("\n")));
    }
}
