using System.Text.Json;
using ChainRule.Graphs;

namespace ChainRule.Tests.Drawing;

public sealed class GraphViewTests
{
    private static readonly DerivativeLabels[] Symbolic =
        [DerivativeLabels.ChainRule, DerivativeLabels.Local, DerivativeLabels.Simplified];

    [Theory]
    [InlineData("y = softmax(a); L = crossentropy(y, t)", "", "y − t  (3,)")]
    [InlineData("y = softmax(a); L = crossentropy(y, t)", "all", "y − t  (3,)")]
    [InlineData("L = crossentropy(softmax(a), t)", "all", "softmax(a) − t  (3,)")]
    public void What_comes_back_through_softmax_with_loss_is_the_difference_to_the_labels(
        string text, string unfold, string label)
    {
        Tensor a = Tensor.From<double>([0.3, 2.9, 4.0], [3], "a"), t = Tensor.From<double>([0, 0, 1], [3], "t");
        Tensor loss = ChainRule.Expression.Parse(text).Build(
            new Dictionary<string, Tensor> { ["a"] = a, ["t"] = t });
        var view = new GraphSvgOptions { Labels = DerivativeLabels.Simplified, Unfold = [unfold] };
        Assert.Contains($">{label}<", GraphSvg.Draw(loss, [a], view), StringComparison.Ordinal);
    }

    [Fact]
    public void Derivatives_are_written_as_formulas()
    {
        var text = new List<string>();
        foreach (string formula in (string[])["t = x + y; z = t**2", "x*y + x", "y = 1/(1 + exp(-x))", "relu(x) * 2"])
        {
            foreach (DerivativeLabels labels in Symbolic)
            {
                text.Add($"{formula}, {labels}");
                var options = new GraphTextOptions { Labels = labels, MaxWidth = 200 };
                text.Add(GraphText.Draw(Unknown(formula), null, options));
            }
        }

        Approved.Verify(string.Join("\n", text));
    }

    [Fact]
    public void What_comes_from_upstream_goes_all_the_way()
    {
        Tensor x = Tensor.Scalar(10.0, "x"), y = Tensor.Scalar(5.0, "y");
        Tensor z = (x * y).Named("z");
        string numbers = GraphText.Draw(z, null, new GraphTextOptions { Upstream = "1.3" });
        string symbols = GraphText.Draw(
            z, null, new GraphTextOptions { Upstream = "∂L/∂z", Labels = DerivativeLabels.Local });
        string product = GraphText.Draw(
            z, null, new GraphTextOptions { Upstream = "E", Labels = DerivativeLabels.Local });
        Assert.All(["6.5", "13", "1.3"], part => Assert.Contains(part, numbers, StringComparison.Ordinal));
        Assert.All(["∂L/∂z · y", "∂L/∂z · x"], part => Assert.Contains(part, symbols, StringComparison.Ordinal));
        Assert.All(["E · y", "E · x"], part => Assert.Contains(part, product, StringComparison.Ordinal));
        Assert.Contains(
            "E", Assert.Throws<ArgumentException>(() => GraphText.Draw(z, null, new() { Upstream = "E" })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_shows_its_matrix_rules_and_shapes()
    {
        Tensor x = Tensor.From<double>([1, 2], [2], "X"), b = Tensor.From<double>([1, 2, 3], [3], "B");
        Tensor w = Tensor.From<double>([1, 2, 3, 4, 5, 6], [2, 3], "W");
        string text = GraphText.Draw(
            (x.Dot(w) + b).Named("Y"), null, new GraphTextOptions { Labels = DerivativeLabels.Local, MaxWidth = 200 });
        Assert.All(
            ["∂L/∂v1 · Wᵀ  (2,)", "Xᵀ · (∂L/∂v1)  (2, 3)", "∂L/∂Y  (3,)", "v1 (3,)"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_function_is_a_box_until_it_is_unfolded()
    {
        Tensor result = Softmax();
        Assert.Contains("│ softmax ├", GraphText.Draw(result), StringComparison.Ordinal);
        foreach (string name in (string[])["softmax", "all"])
        {
            string open = GraphText.Draw(result, null, new GraphTextOptions { Unfold = [name], MaxWidth = 300 });
            Assert.DoesNotContain("softmax", open, StringComparison.Ordinal);
            Assert.Contains(" exp ", open, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("t = x*x + x; u = sin(t) * t; z = u + x*t", "u")]
    [InlineData("t = x*x + x; u = sin(t) * t; z = u + x*t", "z")]
    [InlineData("a = x*x; b = a*x + a; z = b*b", "b")]
    public void What_a_box_passes_back_is_the_sum_of_what_its_parts_do(string formula, string folded)
    {
        Tensor x = Tensor.Scalar(0.7, "x");
        Tensor z = ChainRule.Expression.Parse(formula).Build(new Dictionary<string, Tensor> { ["x"] = x });
        using var document = JsonDocument.Parse(GraphExport.Json(z, [x], new() { Fold = [folded] }));
        JsonElement[] nodes = [.. document.RootElement.GetProperty("nodes").EnumerateArray()];
        Assert.Contains(nodes, node => node.GetProperty("op").GetString() == folded);
        double whole = Gradient.Of(z, [x])[0].Item();
        double[] shares = [.. document.RootElement.GetProperty("edges").EnumerateArray()
            .Where(edge => IsX(nodes[edge.GetProperty("from").GetInt32()]))
            .Where(edge => !IsX(nodes[edge.GetProperty("to").GetInt32()]))
            .Select(static edge => edge.GetProperty("derivative").GetDouble())];
        // Some roundings in another order.
        Assert.Equal(whole, shares.Sum(), 1e-13 * Math.Abs(whole));

        static bool IsX(JsonElement node) =>
            node.GetProperty("kind").GetString() is "leaf" or "branch"
            && node.TryGetProperty("name", out JsonElement name) && name.GetString() == "x";
    }

    [Fact]
    public void What_gives_several_values_stays_open()
    {
        Tensor x = Tensor.Scalar(2.0, "x"), y, z;
        using (Scope.Begin("pair"))
        {
            y = x.Sin();
            z = y * x;
        }

        Assert.DoesNotContain("pair", GraphText.Draw(y + z), StringComparison.Ordinal);
        Assert.Contains("pair", GraphText.Draw(z + x), StringComparison.Ordinal);
    }

    [Fact]
    public void Short_vectors_show_their_numbers()
    {
        string text = GraphText.Draw(Softmax(), null, new GraphTextOptions { MostElements = 2, MaxWidth = 200 });
        Assert.Contains("[0, 0]", text, StringComparison.Ordinal);
        Assert.Contains("[0.5, 0.5]", text, StringComparison.Ordinal);
    }

    private static Tensor Softmax()
    {
        Tensor a = Tensor.From<double>([0, 0], [2], "a");
        return (a.Softmax() * Tensor.From<double>([1, 2], [2], "t")).Sum();
    }

    private static Tensor Unknown(string formula)
    {
        var expression = ChainRule.Expression.Parse(formula);
        return expression.Build(expression.Variables.ToDictionary(
            static name => name,
            static name => new Tensor(Node.Placeholder(new TensorType(Shape.Scalar, DType.Float64), name))));
    }
}
