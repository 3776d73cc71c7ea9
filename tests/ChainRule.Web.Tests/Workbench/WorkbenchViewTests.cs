using Bunit;
using ChainRule.Web.Workbench;

namespace ChainRule.Web.Tests.Workbench;

public sealed class WorkbenchViewTests : IDisposable
{
    private readonly Bench _bench = new("t = x + y; z = t**2", ("x", "3"), ("y", "4"));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Each_step_shows_the_lessons_numbers()
    {
        // z = (3 + 4)² = 49, then 1, 1 × 14, 14 × 1 and 14 × 1.
        string[][] expected =
            [[], ["3", "4", "7"], ["7", "49"], ["1"], ["1", "14", "14"], ["14", "1", "14"], ["14", "1", "14"]];
        for (int step = 0; step < expected.Length; step++)
        {
            _bench.Show(_bench.State with { Step = step });
            Assert.Equal(expected[step], _bench.Texts(".tile b"));
        }
    }

    [Fact]
    public void The_picture_speaks_the_pages_language()
    {
        _bench.Show(_bench.State with { Language = Language.Japanese });
        Assert.Equal("z の計算グラフ", _bench.View.Find("svg[role^=graphics-document] > title").TextContent);
        _bench.Show(_bench.State with { Language = Language.Chinese });
        Assert.Equal("z 的计算图", _bench.View.Find("svg[role^=graphics-document] > title").TextContent);
    }

    [Fact]
    public async Task Keys_go_forward_and_back_and_stop_at_the_ends()
    {
        foreach ((string key, int? step) in ((string, int?)[])
        [
            ("ArrowRight", null), ("ArrowLeft", 5), ("ArrowLeft", 4), ("Home", 0), ("ArrowLeft", 0), ("ArrowRight", 1),
            ("End", null), ("other", null),
        ])
        {
            await _bench.View.InvokeAsync(() => _bench.View.Instance.PressAsync(key));
            Assert.Equal(step, _bench.State.Step);
        }
    }

    [Fact]
    public void A_wrong_formula_shows_the_place_and_keeps_the_picture()
    {
        _bench.View.Find("#formula").Input("t = x + sigmod(y)");
        Assert.Equal("sigmod", _bench.View.Find(".behind mark").TextContent);
        Assert.Equal("t = x + ", _bench.View.Find(".behind").FirstChild!.TextContent.TrimStart());
        Assert.Equal(
            "There is no function “sigmod”; did you mean “sigmoid”?",
            _bench.View.Find("#formula-mistake p").TextContent);
        Assert.Equal("t = x + sigmod(y)\n        ^^^^^^", _bench.View.Find("#formula-mistake pre").TextContent);
        Assert.NotNull(_bench.View.Find(".figure.is-stale svg"));
        _bench.View.Find("#formula").Input("x * y");
        Assert.Empty(_bench.View.FindAll(".figure.is-stale, #formula-mistake p"));
        Assert.Contains("12", _bench.Texts(".figure text"));
    }

    [Fact]
    public void A_wrong_value_is_told_beside_its_box()
    {
        _bench.View.Find("#value-x").Input("1 +");
        Assert.Single(_bench.View.FindAll(".variable .mistake"));
        Assert.Equal("true", _bench.View.Find("#value-x").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_slider_computes_again()
    {
        _bench.Show(_bench.State with { Step = 2 });
        _bench.View.Find(".variable input[type=range]").Input("5");
        Assert.Equal("5", _bench.State.Values["x"]);
        _bench.Show(_bench.State with { Step = 2 });
        Assert.Equal(["9", "81"], _bench.Texts(".tile b"));
    }

    [Fact]
    public void The_words_change_with_the_language()
    {
        _bench.Show(_bench.State with { Step = 1, Language = Language.Chinese });
        Assert.Equal("加法节点收到 x = 3 和 y = 4，输出 t = 7。", _bench.View.Find(".words").TextContent);
        _bench.Show(_bench.State with { Language = Language.Japanese });
        Assert.Equal(
            "加算ノードは x = 3 と y = 4 を受け取り、t = 7 を出力します。", _bench.View.Find(".words").TextContent);
    }

    [Fact]
    public void One_variable_can_be_chosen()
    {
        _bench.Show(_bench.State with { By = "y" });
        Assert.Equal("The add node gets 14 from upstream, multiplies it by its local derivative with respect to y, 1, "
            + "and hands 14 on to y.", _bench.View.Find(".words").TextContent);
        Assert.Equal("5", _bench.View.Find(".scrub input").GetAttribute("max"));
    }

    [Fact]
    public void The_second_derivative_is_a_graph_too()
    {
        _bench.Show(_bench.State with { By = "x", IsSecond = true });
        // The derivative of 2(x + y) by x is 2.
        Assert.Equal("2", _bench.Texts(".tile.is-result b").Single());
    }

    [Fact]
    public void The_table_tells_all_steps_and_leads_to_them()
    {
        Open("All steps");
        Assert.Equal(6, _bench.View.FindAll("tbody tr").Count);
        _bench.View.FindAll("tbody button")[1].Click();
        Assert.Equal(2, _bench.State.Step);
        Assert.Equal("step", _bench.View.FindAll("tbody tr")[1].GetAttribute("aria-current"));
    }

    [Fact]
    public void Formulas_and_paths_are_those_of_the_library()
    {
        Assert.Equal(1 + (2 * 2), _bench.View.FindAll(".formulas math").Count);
        Open("Paths");
        Assert.Equal(["x → t → z", "y → t → z"], _bench.Texts(".paths li b"));
        Assert.Contains("∂z/∂t · ∂t/∂x = 14 × 1 = 14", _bench.Texts(".paths li span"));
    }

    [Fact]
    public void Counts_are_those_of_the_library()
    {
        Open("Paths");
        // Two paths of two edges: a product each, and the function once.
        Assert.Equal(["path by path", "2", "0", "2"], _bench.Texts(".counts tbody tr:first-child > *"));
        Assert.Contains("∂z/∂t is computed once and used by 2 paths.", _bench.Texts(".paths .quiet"));
    }

    [Fact]
    public void Every_value_is_moved_and_compared()
    {
        Open("Nudge");
        // (7 + h)² − 49 = 14h + h².
        Assert.Equal(["x", "y", "t"], _bench.Texts("tbody th"));
        Assert.Equal(["14", "14.01", "0.01"], _bench.Texts("tbody tr:first-child .mono"));
        _bench.View.FindAll("input[name=nudge-step]")[1].Change("on");
        Assert.Equal(["14", "14.1", "0.1"], _bench.Texts("tbody tr:first-child .mono"));
        Assert.Contains("½h·f″", _bench.View.Find("#nudge-words").TextContent);
    }

    [Fact]
    public void A_kink_within_reach_is_told()
    {
        _bench.View.Find("#formula").Input("relu(x)");
        _bench.Show(_bench.State.With("x", "0.005"));
        Open("Nudge");
        Assert.Equal("⚠ kink", _bench.Texts("tbody td:last-child").Single());
    }

    [Fact]
    public void Every_derivative_is_checked()
    {
        Open("Gradient check");
        Assert.Equal(["Passed: backpropagation and central differences agree."], _bench.Texts(".verdict"));
        Assert.Equal(["agrees", "agrees"], _bench.Texts("tbody td:last-child"));
    }

    [Fact]
    public void What_can_be_unfolded_is_unfolded_and_folded_again()
    {
        _bench.View.Find("#formula").Input("y = sigmoid(x)");
        Assert.Equal(["sigmoid"], _bench.Texts(".folds .chip"));
        int before = Nodes();
        _bench.View.Find(".folds .chip").Click();
        Assert.Equal(["sigmoid"], _bench.State.Unfold);
        // × (−1), exp, + 1, ÷.
        Assert.Equal(before + 3, Nodes());
        _bench.View.Find(".folds .chip").Click();
        Assert.Equal(before, Nodes());
    }

    [Fact]
    public async Task A_value_is_folded_with_what_leads_to_it()
    {
        int before = Nodes();
        _bench.View.Find("#formula").Input("s = x * y; t = s + y; z = t**2");
        Assert.Equal(["square", "s", "t"], _bench.Texts(".folds .chip"));
        _bench.View.FindAll(".folds .chip")[2].Click();
        Assert.Equal(before, Nodes());
        await _bench.View.InvokeAsync(() => _bench.View.Instance.UnfoldAsync("t"));
        Assert.Empty(_bench.State.Fold);
    }

    [Fact]
    public void The_picture_grows_and_fits_again()
    {
        _bench.View.FindAll(".zoom button")[2].Click();
        Assert.Contains("--zoom:1.25", _bench.View.Find(".figure").GetAttribute("style"));
        _bench.View.FindAll(".zoom button")[1].Click();
        Assert.EndsWith("--zoom:1", _bench.View.Find(".figure").GetAttribute("style"));
    }

    [Fact]
    public void A_part_of_another_page_is_the_graph_and_its_steps()
    {
        _bench.Show(_bench.State with { IsEmbedded = true });
        Assert.Empty(_bench.View.FindAll("#formula, .details, .menu"));
        Assert.NotNull(_bench.View.Find(".scrub"));
        Assert.NotNull(_bench.View.Find(".figure svg"));
    }

    [Theory]
    [InlineData("sum([1, 2] * 3)")]
    [InlineData("[1, 2] > 0")]
    [InlineData("1")]
    [InlineData("x")]
    [InlineData("log(x)")]
    [InlineData("a @ b")]
    [InlineData("[[1, 2]")]
    [InlineData("")]
    [InlineData("\0<script>alert(1)</script>")]
    public void Any_formula_can_be_typed(string formula)
    {
        _bench.View.Find("#formula").Input(formula);
        foreach (string value in (string[])["0", "-1", "[1, 2]", "1/0", "nonsense", ""])
        {
            foreach (string name in (string[])["x", "a", "b"]) _bench.Show(_bench.State.With(name, value));
            for (int tab = 0; tab < 5; tab++) _bench.View.FindAll("[role=tab]")[tab].Click();
        }

        Assert.Empty(_bench.View.FindAll("script"));
    }

    [Fact]
    public void All_examples_are_without_mistakes()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            foreach (Example example in Example.In(language))
            {
                _bench.Show(example.Show(_bench.State with { Language = language }));
                Assert.Empty(_bench.Texts(".formula .mistake p, .variable .mistake"));
                Assert.NotEmpty(_bench.Texts(".tile"));
            }
        }
    }

    private void Open(string tab) =>
        _bench.View.FindAll("[role=tab]").First(button => button.TextContent == tab).Click();

    private int Nodes() => _bench.View.FindAll(".figure .node rect").Count;
}
