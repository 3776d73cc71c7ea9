using CsCheck;

namespace ChainRule.Tests.Explaining;

public sealed class GraphPathsTests
{
    [Fact]
    public void A_value_that_is_used_twice_has_two_paths()
    {
        // Christopher Olah, "Calculus on Computational Graphs": e = (a + b)(b + 1) at a = 2, b = 1.
        Tensor a = Tensor.Scalar(2.0, "a"), b = Tensor.Scalar(1.0, "b");
        Tensor e = ((a + b).Named("c") * (b + 1).Named("d")).Named("e");
        var paths = GraphPaths.Of(e, b);
        Assert.Equal((2.0, 5.0), (paths.Count, paths.Total));
        Assert.Equal(
            ["∂e/∂c · ∂c/∂b = 2 × 1 = 2", "∂e/∂d · ∂d/∂b = 3 × 1 = 3"],
            paths.Paths.Select(static path => path.Formula).Order());
        Assert.Equal((2.0, 2, 1), (paths.PathMultiplications, paths.Multiplications, paths.Additions));
        Assert.Equal(2.0, GraphPaths.Of(e, a).Total);
    }

    [Fact]
    public void Paths_multiply_and_work_does_not()
    {
        Tensor x = Tensor.Scalar(1.0, "x"), y = x;
        for (int i = 0; i < 40; i++) y = y + y;
        var paths = GraphPaths.Of(y, x);
        Assert.Equal((Math.Pow(2, 40), 78, 40), (paths.Count, paths.Multiplications, paths.Additions));
        Assert.Empty(paths.Paths);
        Assert.Equal(39 * Math.Pow(2, 40), paths.PathMultiplications);
    }

    [Theory]
    [InlineData("floor(x)")]
    [InlineData("sin(floor(x))")]
    public void A_derivative_that_is_zero_everywhere_is_a_sum_over_no_paths(string formula)
    {
        Tensor x = Tensor.Scalar(1.5, "x");
        Tensor y = ChainRule.Expression.Parse(formula).Build(new Dictionary<string, Tensor> { ["x"] = x });
        var paths = GraphPaths.Of(y, x);
        Assert.Equal((0.0, 0.0, 0), (paths.Count, paths.Total, paths.Paths.Count));
    }

    [Fact]
    public void The_sum_over_paths_is_the_gradient() => Drawing.Expression.Any.Sample(
        static expression =>
        {
            Tensor? x = Leaf(expression.Result);
            if (x is null) return;
            double slope = Gradient.Of(expression.Result, [x], Independent.Zero)[0].Item();
            GraphPaths paths;
            try
            {
                paths = GraphPaths.Of(expression.Result, x);
            }
            catch (GradientException)
            {
                // The result does not depend on it by floats.
                Assert.Equal(0, slope);
                return;
            }

            if (paths.Count > GraphPaths.MostListed) return;
            Assert.Equal(paths.Count, paths.Paths.Count);
            double size = paths.Paths.Sum(static path => Math.Abs(path.Product));
            if (double.IsFinite(size)) Assert.Equal(slope, paths.Total, 1e-12 * Math.Max(1, size));
        },
        iter: 200);

    // The first named leaf that the graph has.
    private static Tensor? Leaf(Tensor result) => ChainRule.Graphs.Graph.TopologicalOrder(result.Node)
        .Where(static node => node.Inputs.Length == 0 && node.Name is not null)
        .Select(static node => Tensor.Of(node))
        .FirstOrDefault();
}
