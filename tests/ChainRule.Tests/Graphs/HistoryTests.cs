using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class HistoryTests
{
    [Fact]
    public void Differentiation_does_not_walk_what_was_before_its_argument()
    {
        // Each w is computed from the one before, so behind the last one stands the history of all steps.
        Tensor w = Tensor.Scalar(1.0);
        for (int i = 0; i < 1000; i++) w = w - Gradient.Of(static v => v * v)(w) * 0.01;
        Assert.True(Graph.TopologicalOrder(w.Node).Count > 3000);

        Tensor argument = w * 1, y = argument.Sin() * 2;
        // y, sin, 2 and its broadcast if any, and the argument with what it was made of, where the walk ends.
        Assert.InRange(Graph.Since([argument.Node], y.Node).Count, 3, 5);
        Assert.Equal(2 * Math.Cos(w.Item()), Gradient.Of(y, argument).Item(), 1e-15);
    }

    [Fact]
    public void What_is_older_than_the_argument_is_still_told_to_be_independent()
    {
        Tensor old = Tensor.Scalar(1.0).Sin(), young = Tensor.Scalar(2.0);
        Assert.Throws<GradientException>(() => Gradient.Of(old, young));
        Assert.Equal(1, Gradient.Of(old + young, young).Item());
    }
}
