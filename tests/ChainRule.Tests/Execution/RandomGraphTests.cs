using ChainRule.Tests.Ops;
using ChainRule.Tests.Ops.Elementwise;
using CsCheck;

namespace ChainRule.Tests.Execution;

/// <summary>Graphs of random steps, by both evaluators, in all orders, forwards and backwards.</summary>
public sealed class RandomGraphTests
{
    private const int Graphs = 300;

    // Rounding errors of 30 steps, each of which may double those before and adds up some ten terms.
    private const double Roundings = 5000;

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Both_evaluators_agree(DType dtype) => Gen.Int.Sample(
        seed =>
        {
            foreach (Tensor root in new RandomGraph(seed, dtype).Roots)
                AssertNear(Both.Reference(root), Both.Direct(root), dtype);
        },
        iter: Graphs);

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Gradients_and_directional_derivatives_agree(DType dtype) => Gen.Int.Sample(
        seed =>
        {
            var graph = new RandomGraph(seed, dtype);
            var dice = new Dice(seed);
            Tensor[] directions = [.. graph.Leaves.Select(leaf => dice.Tensor(leaf.Shape).Cast(dtype))];
            Tensor[] gradients = Gradient.Of(graph.Total, graph.Leaves, Independent.Zero);
            double[] terms = [.. gradients.SelectMany((g, i) => Both.Direct(g * directions[i]))];
            double forward = Gradient.Jvp(graph.Total, graph.Leaves, directions).Item();
            // Derivatives are sums over all ways through the graph, so the sizes of their terms count.
            double bound = Roundings * Distance.Epsilon(dtype) * (1 + terms.Sum(Math.Abs));
            Assert.True(
                Math.Abs(terms.Sum() - forward) <= bound,
                FormattableString.Invariant($"{terms.Sum():R} in reverse, {forward:R} forward"));
        },
        iter: Graphs);

    [Fact]
    public void Values_do_not_depend_on_what_is_computed_before_and_stay_what_they_are() => Gen.Int.Sample(
        seed =>
        {
            double[][] expected = [.. new RandomGraph(seed, DType.Float64).Roots.Select(Both.Reference)];
            for (int order = 0; order < 4; order++)
            {
                Tensor[] roots = new RandomGraph(seed, DType.Float64).Roots;
                Compute(roots, order, new Dice(seed));
                double[][] first = [.. roots.Select(static root => root.ToArray<double>())];
                // Computing something else, of the same sizes, takes storages that were given back.
                foreach (Tensor other in new RandomGraph(seed, DType.Float64).Roots) _ = (other * 3 - 1).Sum().Item();
                _ = Gradient.Of(roots[^1].Sum().Sin(), roots[^1]).ToArray<double>();
                for (int i = 0; i < roots.Length; i++)
                {
                    Assert.Equal(first[i], roots[i].ToArray<double>());
                    AssertNear(expected[i], first[i], DType.Float64);
                }
            }
        },
        iter: Graphs);

    private static void Compute(Tensor[] roots, int order, Dice dice)
    {
        switch (order)
        {
            case 0: Tensor.Compute(roots); break;
            case 1: foreach (Tensor root in roots) Tensor.Compute(root); break;
            case 2: for (int i = roots.Length - 1; i >= 0; i--) Tensor.Compute(roots[i]); break;
            default:
                int[] shuffled = dice.Order(roots.Length);
                // The same root twice, and one that is known already.
                foreach (int i in shuffled) Tensor.Compute(roots[i], roots[shuffled[0]], roots[i]);
                break;
        }
    }

    private static void AssertNear(double[] expected, double[] actual, DType dtype)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= Roundings * Distance.Epsilon(dtype),
                FormattableString.Invariant($"element {i} is {actual[i]:R} instead of {expected[i]:R}"));
        }
    }
}
