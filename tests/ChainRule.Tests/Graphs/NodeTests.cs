using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class NodeTests
{
    [Fact]
    public void A_node_tells_what_it_is()
    {
        Tensor x = Tensor.From<float>([1, 2, 3, 4, 5, 6], [2, 3], "x");

        Assert.Equal("x: float32[2, 3] = data", $"{x.Node}");
        Assert.Equal("float32[2] = sum(axes [1])", $"{x.Sum(1).Node}");
        Assert.Equal("bool[2, 3] = greater", $"{(x > 2).Node}");
        Assert.Equal("int64[] = constant(3)", $"{Tensor.Full(Shape.Scalar, 3, DType.Int64).Node}");
    }

    [Fact]
    public void Nodes_are_compared_by_reference()
    {
        Tensor x = Tensor.Scalar(1.0);
        Assert.NotEqual((x + x).Node, (x + x).Node);
    }

    [Fact]
    public void The_order_is_that_of_a_depth_first_walk()
    {
        Tensor x = Tensor.Scalar(1.0, "x"), y = Tensor.Scalar(2.0, "y");
        Tensor a = (x * y).Named("a"), b = (a + x).Named("b"), c = (y - a).Named("c");

        Assert.Equal(["x", "y", "a", "b", "c"],
            Graph.TopologicalOrder(b.Node, c.Node).Select(static node => node.Name!));
        Assert.Equal(["y", "x", "a", "c", "b"],
            Graph.TopologicalOrder(y.Node, c.Node, b.Node).Select(static node => node.Name!));
        Assert.Equal(["a", "x", "b"],
            Graph.TopologicalOrder([b.Node], node => node == a.Node).Select(static node => node.Name!));
        Assert.Empty(Graph.TopologicalOrder());
    }

    [Fact]
    public void A_name_is_given_once_and_to_nothing_else()
    {
        Tensor x = Tensor.From<double>([1, 2], [2], "x");

        Assert.Equal("total", x.Sum().Named("total").Name);
        // What changes nothing gives the same node, which keeps its name.
        Tensor y = (x * 1).Named("y"), z = x.Reshape(2).Named("z"), w = x.Cast(DType.Float64).Named("w");
        Assert.Equal(["x", "y", "z", "w"], new[] { x, y, z, w }.Select(static tensor => tensor.Name!));
        Assert.Equal([1, 1], Gradient.Of((y + 0).Sum(), x).ToArray<double>());
        Assert.Throws<ArgumentException>(() => x.Named(" "));
    }
}
