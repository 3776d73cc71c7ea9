using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class OriginTests
{
    [Fact]
    public void Nodes_of_a_gradient_come_from_the_nodes_that_were_differentiated()
    {
        Tensor x = Tensor.Scalar(0.5, "x"), y = x.Sin(), z = y.Exp();
        List<Node> forward = Graph.TopologicalOrder(z.Node);
        Tensor gradient = Gradient.Of(z, x);

        // dz/dx = e^y · cos x: the product and the cosine come from the sine, whose adjoint is the exponential itself.
        Assert.All(Graph.TopologicalOrder(gradient.Node).Except(forward), node =>
        {
            Assert.Contains(node.Origin!.Node, forward);
            Assert.Equal(Rule.Vjp, node.Origin.Rule);
        });
        Assert.Same(y.Node, gradient.Node.Origin!.Node);
        Assert.All(forward, static node => Assert.Null(node.Origin));
    }

    [Fact]
    public void Nodes_of_a_tangent_come_from_the_forward_rule()
    {
        Tensor x = Tensor.Scalar(0.5), y = x.Sin();
        Tensor tangent = Gradient.Jvp(y, [x], [Tensor.Scalar(2.0)]);

        Assert.Same(y.Node, tangent.Node.Origin!.Node);
        Assert.Equal(Rule.Jvp, tangent.Node.Origin.Rule);
    }

    [Fact]
    public void A_second_derivative_comes_from_nodes_of_the_first()
    {
        Tensor x = Tensor.Scalar(0.5), first = Gradient.Of(x.Sin(), x), second = Gradient.Of(first, x);

        Assert.Contains(second.Node.Origin!.Node, Graph.TopologicalOrder(first.Node));
    }

    [Fact]
    public void A_failing_rule_leaves_no_origin_behind()
    {
        Tensor x = Tensor.Scalar(0.5);
        Func<Tensor, Tensor> failing = Gradient.Custom(
            "failing", static v => v + 1, static (_, _, _) => throw new InvalidOperationException("No."));

        Assert.Throws<InvalidOperationException>(() => Gradient.Of(failing(x), x));
        Assert.Null((x + 1).Node.Origin);
    }
}
