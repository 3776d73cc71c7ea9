using System.Globalization;
using ChainRule.Drawing.Text;
using static ChainRule.Tests.Drawing.Pictured;

namespace ChainRule.Tests.Drawing;

public sealed class GraphTextTests
{
    [Fact]
    public void Without_named_leaves_there_are_no_derivatives() =>
        Assert.DoesNotContain("◀", GraphText.Draw(Number(2) * Number(3)), StringComparison.Ordinal);

    [Fact]
    public void What_StopGradient_cuts_off_has_no_derivative_rather_than_zero()
    {
        Tensor x = Number(3, "x"), y = Number(4, "y");
        string[] lines = GraphText.Draw(x.StopGradient() * y).Split('\n');
        int row = Array.FindIndex(lines, static line => line.StartsWith("x ", StringComparison.Ordinal));
        Assert.Contains(" 3 ", lines[row], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, static line => line.Contains(" 0 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_derivative_that_is_zero_is_shown()
    {
        Tensor x = Number(0, "x");
        Assert.Contains("◀── 0 ──", GraphText.Draw(x.Square()), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_numbers_and_tensors_of_any_shape_are_drawn_without_derivatives()
    {
        Assert.DoesNotContain("◀", GraphText.Draw(Tensor.Scalar(2, "n") * 3), StringComparison.Ordinal);
        Assert.DoesNotContain("◀", GraphText.Draw(Tensor.From<double>(1, 2).Named("x") * 3), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_value_used_twice_add_up_at_its_branch()
    {
        string text = GraphText.Draw(FanOut());
        // 2 + 2 + cos 2
        foreach (string part in (string[])["◀────── 2 ", "-0.416147", "3.58385"])
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_alone_is_drawn() => Assert.Equal("x ─── 2 ──▶\n  ◀── 1 ───\n", GraphText.Draw(Number(2, "x")));

    [Fact]
    public void A_function_of_a_placeholder_is_drawn_without_values()
    {
        var x = new Tensor(ChainRule.Graphs.Node.Placeholder(new(Shape.Scalar, DType.Float64), "x"));
        string text = GraphText.Draw(Tensor.Sin(x));
        Assert.Contains("sin", text, StringComparison.Ordinal);
        Assert.StartsWith("x ", text.Split('\n')[1], StringComparison.Ordinal);
        Assert.DoesNotContain("◀", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_that_the_result_does_not_depend_on_is_an_error()
    {
        GradientException error = Assert.Throws<GradientException>(static () =>
            GraphText.Draw(Number(2, "x"), [Number(3, "other")]));
        Assert.Contains("`other`", error.Message, StringComparison.Ordinal);
        // The same for all that draw.
        Assert.DoesNotContain("GraphText", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Derivatives_of_several_numbers_are_an_error() =>
        Assert.Throws<GradientException>(static () =>
        {
            Tensor x = Tensor.From<double>(1, 2);
            return GraphText.Draw(x * 2, [x]);
        });

    [Fact]
    public void Too_narrow_a_picture_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GraphTextOptions { MaxWidth = 19 });

    [Fact]
    public void A_chain_of_ten_thousand_nodes_is_listed()
    {
        Tensor x = Number(1, "x"), y = x;
        for (int i = 0; i < 10_000; i++) y = Tensor.Sin(y);
        Assert.Equal(10_001, GraphText.Draw(y).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Two_nodes_of_one_name_have_different_names_in_a_listing()
    {
        string text = GraphText.Draw(Number(1, "x") - Number(2, "x"), options: new() { MaxNodes = 0 });
        Assert.Contains("x - x_1".Replace('-', '−'), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(0)]
    public void Ascii_means_ascii(int maxNodes)
    {
        Tensor x = Number(2, "x"), infinite = Tensor.Log(x - 2);
        Tensor[] results =
            [Apple(), Sigmoid(), FanOut(), Quotient(), Tensor.Select(x <= 3, Tensor.Sqrt(x), Tensor.Abs(x)), infinite];
        foreach (Tensor result in results)
        {
            Assert.All(
                GraphText.Draw(result, null, new() { Ascii = true, MaxNodes = maxNodes }),
                static c => Assert.True(char.IsAscii(c), $"{c}"));
        }
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = GraphText.Draw(Apple());
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, GraphText.Draw(Apple()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("apple", 5)]
    [InlineData("苹果", 4)]
    [InlineData("消費税 x", 8)]
    [InlineData("りんご", 6)]
    [InlineData("사과", 4)]
    [InlineData("x̄", 1)]
    [InlineData("🍎", 2)]
    public void Wide_characters_take_two_columns(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));
}
