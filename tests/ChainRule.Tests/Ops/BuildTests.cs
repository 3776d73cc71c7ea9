using ChainRule.Graphs;

namespace ChainRule.Tests.Ops;

/// <summary>Simplification while a graph is built must not leave out what its user may differentiate by.</summary>
public sealed class BuildTests
{
    private static readonly Tensor X = Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } });

    /// <summary>Pairs of steps that undo or repeat each other: from x to a, and from a to y.</summary>
    public static TheoryData<string, Func<Tensor, Tensor>, Func<Tensor, Tensor>> Steps => new()
    {
        { "neg", static x => -x, static a => -a },
        { "transpose", static x => x.T, static a => a.T },
        { "reshape", static x => x.Reshape(4), static a => a.Reshape(1, 4) },
        { "broadcast", static x => x[0, 1].BroadcastTo([2]), static a => a.BroadcastTo([3, 2]) },
        { "broadcast and reshape", static x => x[0, 1].BroadcastTo([4]), static a => a.Reshape(2, 2) },
        { "zeros", static x => x.ZerosLike(), static a => X - a },
        { "ones times x", static x => x.OnesLike(), static a => X * a },
        { "x times ones", static x => x.OnesLike(), static a => a * X },
        { "division by ones", static x => x.OnesLike(), static a => X / a },
        { "constants alone", static _ => Tensor.Full([2], 3, DType.Float64), static a => a.Square() },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void What_is_built_from_a_tensor_depends_on_it(
        string name, Func<Tensor, Tensor> first, Func<Tensor, Tensor> second)
    {
        const double Step = 1e-6;
        Tensor a = first(X),
            direction = Tensor.From<double>([.. Enumerable.Range(1, a.Length).Select(static i => 1.0 / i)], a.Shape);
        Tensor y = second(a).Sum();
        double reverse = (Gradient.Of(y, a) * direction).Sum().Item(),
            forward = Gradient.Jvp(y, [a], [direction]).Item();
        double difference =
            (second(a + (direction * Step)).Sum() - second(a - (direction * Step)).Sum()).Item() / (2 * Step);
        // Differences of numbers of size 10 are off by 10·ε/h.
        Assert.True(Math.Abs(difference - reverse) < 1e-7, name);
        Assert.True(Math.Abs(difference - forward) < 1e-7, name);
    }

    [Fact]
    public void A_result_that_equals_its_argument_is_still_another_tensor()
    {
        Func<Tensor, Tensor>[] sames = [x => x * 1, x => 1 * x, x => x / 1, x => x - 0];
        foreach (Func<Tensor, Tensor> same in sames)
        {
            Tensor a = same(X), sum = (a * X).Sum();
            // ∂(a·x)/∂a is x alone; taken for x itself, a would give 2x.
            Assert.Equal(X.ToArray<double>(), Gradient.Of(sum, a).ToArray<double>());
        }
    }

    [Fact]
    public void A_derivative_depends_on_what_it_was_built_from()
    {
        Tensor a = X.T, b = Tensor.From(new double[,] { { 1, -1 }, { 2, 5 } });
        // ∂/∂b of sum(b·a) is 1·aᵀ, that is x: but it must still depend on a.
        Tensor byB = Gradient.Of(Tensor.Dot(b, a).Sum(), b);
        Assert.Equal([2, 2, 2, 2], Gradient.Of(byB.Sum(), a).ToArray<double>());
    }

    [Fact]
    public void Differentiation_leaves_out_what_does_nothing()
    {
        // ∂(−(−x))/∂x·ȳ: two negations of the cotangent undo each other.
        Tensor cotangent = X.Square(), gradient = Gradient.Vjp(-(-X), cotangent, [X])[0];
        Assert.Same(cotangent.Node, gradient.Node);
    }

    [Fact]
    public void The_gradient_of_a_sum_multiplies_by_no_ones()
    {
        // d/dx Σeˣ = eˣ: the ones that the sum hands to its elements vanish.
        Tensor x = Tensor.From<double>(1, 2, 3), exp = x.Exp();
        Assert.Same(exp.Node, Gradient.Of(exp.Sum(), x).Node);
        foreach (Tensor y in (Tensor[])[X.Exp().Sum(), X.Exp().Sum(0).Sum(), X.Exp().Sum([1], keep: true).Sum()])
            Assert.DoesNotContain(Graph.TopologicalOrder(Gradient.Of(y, X).Node), static node => node.Op.Name == "mul");
    }
}
