using ChainRule.Drawing.Unfolding;
using ChainRule.Graphs;
using CsCheck;

namespace ChainRule.Tests.Drawing.Unfolding;

public sealed class UnfoldedTests
{
    [Theory]
    [InlineData("sigmoid")]
    [InlineData("relu")]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("silu")]
    [InlineData("softplus")]
    [InlineData("sinh")]
    [InlineData("cosh")]
    [InlineData("tan")]
    [InlineData("square")]
    [InlineData("reciprocal")]
    public void The_parts_compute_what_the_function_does(string function) => Gen.Double[0.1, 1.4].Sample(
        number =>
        {
            Tensor x = Tensor.Scalar(number, "x");
            Tensor whole = Build($"1.5 * {function}(x * {function}(x))", x);
            Unfolded parts = Unfolded.Of(whole.Node, [x.Node], [function]);
            Assert.DoesNotContain(Graph.TopologicalOrder(parts.Result), node => node.Op.Name == function);
            var taken = new Tensor(parts.Result);
            AssertNear(whole.Item(), taken.Item());
            AssertNear(Gradient.Of(whole, [x])[0].Item(), Gradient.Of(taken, [x])[0].Item());
        },
        iter: 20);

    [Theory]
    [InlineData("sum((x @ w + b) * d)")]
    [InlineData("sum(relu(x @ w) @ [1, -2])")]
    [InlineData("max(exp(x)) - min(b * b) + sum(transpose(w) * 2 * w)")]
    [InlineData("-sum(d * logsoftmax(x @ w + b)) / 3")]
    [InlineData("sum([sum(x), 2] * sum(w, 0)) + mean(d)")]
    public void Elements_have_the_derivatives_of_their_tensors(string formula)
    {
        Tensor[] leaves =
        [
            Leaf("x", 3, 2),
            Leaf("w", 2, 2),
            Leaf("b", 2),
            Leaf("d", 3, 2),
        ];
        Tensor whole = Build(formula, leaves);
        Tensor[] used = [.. leaves.Where(leaf => Graph.TopologicalOrder(whole.Node).Contains(leaf.Node))];
        Unfolded unrolled = Unfolded.Of(whole.Node, [.. used.Select(static leaf => leaf.Node)], ["elements"]);
        Assert.All(Graph.TopologicalOrder(unrolled.Result), static node => Assert.True(node.Shape.IsScalar));
        var result = new Tensor(unrolled.Result);
        AssertNear(whole.Item(), result.Item());

        Tensor[] elements = [.. unrolled.Arguments!.Select(static node => new Tensor(node))];
        double[] expected = [.. Gradient.Of(whole, used, Independent.Zero)
            .SelectMany(static derivative => derivative.ToArray<double>())];
        Tensor[] derivatives = Gradient.Of(result, elements, Independent.Zero);
        for (int i = 0; i < expected.Length; i++) AssertNear(expected[i], derivatives[i].Item());
    }

    [Fact]
    public void Elements_are_named_after_their_place()
    {
        Tensor w = Leaf("W", 2, 3), v = Leaf("v", 12);
        string text = GraphText.Draw(
            w.Sum() + v.Sum(), null, new GraphTextOptions { Unfold = ["elements"], MaxNodes = 0 });
        Assert.All(["W₁₁ =", "W₂₃ =", "v₁ =", "v₁₂ ="], name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_unrolled_is_said()
    {
        Tensor large = Leaf("large", 30, 30), x = Leaf("x", 3);
        Assert.Contains("400", Error(large.Sum()), StringComparison.Ordinal);
        Assert.Contains("one number", Error(x * 2), StringComparison.Ordinal);
        Assert.Contains("cumulative_sum", Error(x.CumulativeSum(0).Sum()), StringComparison.OrdinalIgnoreCase);

        static string Error(Tensor result) => Assert.Throws<ArgumentException>(
            () => GraphText.Draw(result, null, new GraphTextOptions { Unfold = ["elements"] })).Message;
    }

    private static Tensor Leaf(string name, params int[] sizes)
    {
        var shape = Shape.Create(sizes);
        double[] values = [.. Enumerable.Range(1, shape.Length).Select(static i => Math.Sin(7 * i))];
        return Tensor.From<double>(values, shape, name);
    }

    private static Tensor Build(string formula, params Tensor[] leaves) =>
        ChainRule.Expression.Parse(formula).Build(leaves.ToDictionary(static leaf => leaf.Name!));

    // Both ways round differently, at most some dozen times.
    private static void AssertNear(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-13 * Math.Max(1, Math.Abs(expected)));
}
