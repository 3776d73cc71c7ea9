using System.Numerics;
using CsCheck;

namespace ChainRule.Tests.Explaining;

public sealed class GraphCountsTests
{
    [Fact]
    public void A_square_of_a_sum_is_counted_by_hand()
    {
        // z = t², t = x + y: two paths of two edges; edges t–z, x–t, y–t.
        var counts = Of("t = x + y; z = t**2", "x=3,y=4");
        Assert.Equal([new PathCount("x", 1), new PathCount("y", 1)], counts.Paths);
        Assert.Equal(new(2, 0, 2), counts.PathByPath);
        Assert.Equal(new(2, 0, 2), counts.Forward);
        // 1 · 2t goes on along two edges.
        Assert.Equal(new(2, 0, 2), counts.Reverse);
        Assert.Equal(new(2, 2, 8), counts.Numerical);
        Assert.Equal([new SharedDerivative("t", 2, 1)], counts.Shared);
        Assert.Equal("∂z/∂t is computed once and used by 2 paths.", counts.Words()[1]);
    }

    [Fact]
    public void Apples_and_oranges_are_counted_by_hand()
    {
        // Values 200, 450, 650, 715; nine edges: two into each product, two into the sum, two into the last product.
        var counts = Of(
            "a = apple * apples; o = orange * oranges; all = a + o; total = all * tax",
            "apple=100,apples=2,orange=150,oranges=3,tax=1.1");
        Assert.Equal(5, counts.TotalPaths);
        // Four paths of three edges, one of one.
        Assert.Equal(new(8, 0, 4), counts.PathByPath);
        Assert.Equal(new(8, 0, 4), counts.Forward);
        // ∂total/∂all is at hand; two edges into the sum and four into the products take a product each.
        Assert.Equal(new(6, 0, 4), counts.Reverse);
        Assert.Equal(new(5, 5, 40), counts.Numerical);
        Assert.Equal(
            [new SharedDerivative("all", 4, 1), new("o", 2, 1), new("a", 2, 1)], counts.Shared);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100)]
    public void A_chain_of_squarings_is_one_path_a_variable(int n)
    {
        Tensor x = Tensor.Scalar(0.25, "x"), y = Tensor.Scalar(0.5, "y"), z = x + y;
        for (int i = 0; i < n; i++) z = z.Square();
        var counts = GraphCounts.Of(z);
        Assert.Equal(2, counts.TotalPaths);
        Assert.Equal(new(2 * n, 0, n + 1), counts.PathByPath);
        Assert.Equal(new(2 * n, 0, n + 1), counts.Forward);
        // n edges of squares, but for the last one, and two of the sum.
        Assert.Equal(new(n + 1, 0, n + 1), counts.Reverse);
        Assert.Equal(n, counts.Shared.Count);
        Assert.All(counts.Shared, static shared => Assert.Equal((2, 1), (shared.Uses, shared.Paths)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(200)]
    public void A_ladder_of_diamonds_doubles_the_paths_exactly(int n)
    {
        // y ← sin y + cos y: four edges a diamond.
        Tensor x = Tensor.Scalar(1.0, "x"), y = x;
        for (int i = 0; i < n; i++) y = (Tensor.Sin(y) + Tensor.Cos(y)).Named($"y{i}");
        var counts = GraphCounts.Of(y);
        BigInteger paths = BigInteger.Pow(2, n);
        Assert.Equal(paths, counts.TotalPaths);
        Assert.Equal(new((2 * n - 1) * paths, paths - 1, 3 * n), counts.PathByPath);
        Assert.Equal(new((4 * n) - 2, n, 3 * n), counts.Forward);
        Assert.Equal(new((4 * n) - 2, n, 3 * n), counts.Reverse);
        Assert.Equal(new(1, 1, 6 * n), counts.Numerical);
        // Behind k diamonds, 2ᵏ paths meet, and 2ⁿ⁻ᵏ go on.
        for (int k = 1; k < n; k++)
        {
            SharedDerivative shared = counts.Shared.Single(shared => shared.Name == $"y{k - 1}");
            Assert.Equal((BigInteger.Pow(2, k), BigInteger.Pow(2, n - k)), (shared.Uses, shared.Paths));
        }
    }

    [Fact]
    public void What_has_no_derivative_has_no_paths()
    {
        var counts = Of("floor(x) * y", "x=1.5,y=2");
        Assert.Equal([new PathCount("x", 0), new PathCount("y", 1)], counts.Paths);
        Assert.Equal(new(0, 0, 2), counts.PathByPath);
        Assert.Equal(new(0, 0, 2), counts.Reverse);
        // Only the edge from y counts: behind that from floor no variable comes.
        Assert.Equal(new(1, 0, 3), Of("sin(floor(x) * y)", "x=1.5,y=2").Reverse);
    }

    [Fact]
    public void The_result_may_be_the_variable()
    {
        Tensor x = Tensor.Scalar(1.0, "x");
        var counts = GraphCounts.Of(x, [x]);
        Assert.Equal(1, counts.TotalPaths);
        Assert.Equal(new(0, 0, 0), counts.PathByPath);
        Assert.Equal(new(0, 0, 0), counts.Reverse);
    }

    [Fact]
    public void Tensors_are_refused()
    {
        Tensor x = Tensor.From<double>(1, 2).Named("x");
        var refusal = Assert.Throws<ShapeException>(() => GraphCounts.Of(x.Sum()));
        Assert.Contains("`x` is a tensor", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_agree_with_the_list_of_paths() => Drawing.Expression.Any.Sample(
        static expression =>
        {
            var counts = GraphCounts.Of(expression.Result);
            Tensor[] variables = [.. ChainRule.Graphs.Graph.TopologicalOrder(expression.Result.Node)
                .Where(static node => node.Inputs.Length == 0 && node.Name is not null)
                .Select(static node => Tensor.Of(node))];
            (BigInteger multiplications, BigInteger additions) = (0, 0);
            foreach (PathCount count in counts.Paths.Where(static count => !count.Paths.IsZero))
            {
                var paths = GraphPaths.Of(expression.Result, variables.Single(x => x.Name == count.Variable));
                Assert.Equal(count.Paths, new BigInteger(paths.Count));
                if (paths.Count > GraphPaths.MostListed) return;
                multiplications += paths.Paths.Sum(static path => Math.Max(0, path.Locals.Count - 1));
                additions += paths.Paths.Count - 1;
            }

            OperationCount counted = counts.PathByPath;
            Assert.Equal((multiplications, additions), (counted.Multiplications, counted.Additions));
            // One sweep for all never takes more than one for each.
            Assert.True(counts.Paths.Count == 0 || counts.Reverse.Additions + counts.Reverse.Multiplications
                <= counts.PathByPath.Additions + counts.PathByPath.Multiplications);
        },
        iter: 200);

    [Fact]
    public void Every_language_has_its_words()
    {
        var counts = Of("t = x + y; u = t * t; u + sin(u)", "x=3,y=4");
        Assert.Equal(
            "∂result/∂u 只计算一次，被 4 条路径使用；它是 2 条路径之和。", counts.Words(Language.Chinese)[2]);
        Assert.Equal(
            "∂result/∂u は一度だけ計算され、4 本の経路で使われます。これは 2 本の経路の和です。",
            counts.Words(Language.Japanese)[2]);
        Assert.Equal("forward mode (2 sweeps)", counts.Ways()[1].Way);
    }

    private static GraphCounts Of(string formula, string values) =>
        GraphCounts.Of(ChainRule.Expression.Parse(formula).Build(ChainRule.Expression.ParseValues(values)));
}
