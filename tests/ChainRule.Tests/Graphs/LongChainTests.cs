using System.Runtime.CompilerServices;
using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

/// <summary>Nothing recurses over a graph, so neither its depth nor the size of the stack limits it.</summary>
public sealed class LongChainTests
{
    private const int Steps = 1_000_000;

    [Fact]
    public void A_chain_of_a_million_nodes_builds_differentiates_and_computes_on_a_small_stack()
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(Check), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(error);

        static void Check()
        {
            (Tensor x, Tensor y) = Chain();
            Tensor slope = Gradient.Of(y, x);
            // y = −x + ... alternates between x and 1 − x, so after an even number of steps y = x,
            // with slope (−1)ᴺ = 1, all exact.
            Assert.Equal(0.25, Value(y, ReferenceEvaluator.Run));
            Assert.Equal(0.25, Value(y, PlannedEvaluator.Run));
            Assert.Equal(1, Value(slope, ReferenceEvaluator.Run));
            Assert.Equal(1, Value(slope, PlannedEvaluator.Run));
            Assert.Equal(1, Gradient.Jvp(y, [x], [Tensor.Scalar(1.0)]).Item());
        }
    }

    [Fact]
    public void A_chain_of_a_million_nodes_is_collected()
    {
        WeakReference graph = Computed();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(graph.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Computed()
        {
            (Tensor x, Tensor y) = Chain();
            Assert.Equal(1, Gradient.Of(y, x).Item());
            return new WeakReference(y.Node);
        }
    }

    [Fact]
    public void What_is_shared_is_differentiated_once()
    {
        int shallow = GradientNodes(100), deep = GradientNodes(1000);

        // Each further y ↦ y·y costs as much as the one before: the number of paths doubles,
        // the number of nodes does not.
        Assert.Equal(GradientNodes(200) - shallow, (deep - shallow) / 9);
        // One square forward, two products and their sum backward.
        Assert.InRange(deep, 4 * 1000 - 10, 4 * 1000 + 10);

        static int GradientNodes(int depth)
        {
            Tensor x = Tensor.Scalar(1.0), y = x;
            for (int i = 0; i < depth; i++) y *= y;
            Tensor gradient = Gradient.Of(y, x);
            // y stays 1 and 2ᵈ fits the exponent of a double up to d = 1023.
            Assert.Equal(Math.ScaleB(1, depth), gradient.Item());
            return Graph.TopologicalOrder(gradient.Node).Count;
        }
    }

    [Fact]
    public void A_diamond_is_computed_once_a_node()
    {
        Tensor x = Tensor.Scalar(1.0), y = x;
        for (int i = 0; i < 1000; i++) y = y.Sin() + y.Cos();
        Assert.Equal(3001, Graph.TopologicalOrder(y.Node).Count);
        // The functions of registers differ from the C library's in the last bits, and the chain pulls together.
        Assert.Equal(Value(y, ReferenceEvaluator.Run), Value(y, PlannedEvaluator.Run), tolerance: 1e-14);
    }

    private static (Tensor X, Tensor Y) Chain()
    {
        Tensor x = Tensor.Scalar(0.25), y = x;
        for (int i = 0; i < Steps; i++) y = 1 - y;
        return (x, y);
    }

    private delegate Storage[] Evaluation(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known);

    private static double Value(Tensor y, Evaluation evaluate) =>
        evaluate(Graph.TopologicalOrder(y.Node), [y.Node], static node => node.Value)[0][0];
}
