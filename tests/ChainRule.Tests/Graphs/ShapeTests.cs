namespace ChainRule.Tests.Graphs;

public sealed class ShapeTests
{
    [Fact]
    public void Axes_count_from_the_end_too()
    {
        Shape shape = [2, 3, 5];

        Assert.Equal(5, shape[^1]);
        Assert.Equal(2, shape[^3]);
    }

    [Fact]
    public void Shapes_are_equal_by_their_sizes()
    {
        Shape shape = [2, 3], same = new[] { 2, 3 };
        Assert.True(shape == same);
        Assert.Equal(shape.GetHashCode(), same.GetHashCode());
        Assert.True(shape != [3, 2]);
        Assert.True(Shape.Scalar == default);
        Assert.True((Shape)3 == [3]);
        Assert.False(shape.Equals("[2, 3]"));
    }

    [Fact]
    public void The_length_is_the_product_of_the_sizes()
    {
        Assert.Equal((24, 3), (Shape.Create([2, 3, 4]).Length, Shape.Create([2, 3, 4]).Rank));
        Assert.Equal((1, 0), (default(Shape).Length, Shape.Scalar.Rank));
        Assert.Equal(0, Shape.Create([int.MaxValue, int.MaxValue, 0]).Length);
        Assert.Throws<ShapeException>(static () => Shape.Create([46341, 46341]));
        Assert.Throws<ShapeException>(static () => Shape.Create([0, -1]));
    }

    [Fact]
    public void The_text_is_that_of_a_list()
    {
        Assert.Equal("[2, 3]", $"{Shape.Create([2, 3])}");
        Assert.Equal("[]", $"{Shape.Scalar}");
        Assert.Equal([2, 3], Shape.Create([2, 3]).ToList());
    }

    [Fact]
    public void Sizes_are_copied()
    {
        int[] sizes = [2, 3];
        Shape shape = sizes;
        sizes[0] = 5;
        Assert.Equal(2, shape[0]);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 1, 1 })]
    [InlineData(new[] { 3, 4 })]
    [InlineData(new[] { 2, 0, 5 })]
    public void Spread_it_is_its_sizes(int[] sizes)
    {
        Shape shape = sizes;
        int[] array = [.. shape], longer = [7, .. shape, 8];
        List<int> list = [.. shape];
        Shape same = [.. shape];
        Assert.Equal(sizes, array);
        Assert.Equal((int[])[7, .. sizes, 8], longer);
        Assert.Equal(sizes, list);
        Assert.Equal(shape, same);
    }

    [Fact]
    public void Neighbours_along_the_last_axis_are_neighbours_in_memory() =>
        Assert.Equal([12, 4, 1], Shape.Create([2, 3, 4]).RowMajorStrides());

    [Theory]
    [InlineData(new[] { 2, 1 }, new[] { 3 }, new[] { 2, 3 })]
    [InlineData(new int[0], new[] { 2, 0 }, new[] { 2, 0 })]
    [InlineData(new[] { 0 }, new[] { 1 }, new[] { 0 })]
    [InlineData(new[] { 4, 1, 3 }, new[] { 2, 1 }, new[] { 4, 2, 3 })]
    public void Shapes_broadcast_by_the_rule_of_NumPy(int[] a, int[] b, int[] expected)
    {
        Assert.True(Shape.TryBroadcast(a, b, out Shape common));
        Assert.Equal(expected, common);
        Assert.True(Shape.TryBroadcast(b, a, out common));
        Assert.Equal(expected, common);
        Assert.True(((Shape)a).BroadcastsTo(expected) && ((Shape)b).BroadcastsTo(expected));
    }

    [Theory]
    [InlineData(new[] { 2 }, new[] { 3 })]
    [InlineData(new[] { 0 }, new[] { 2 })]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    public void Other_sizes_do_not_broadcast(int[] a, int[] b) => Assert.False(Shape.TryBroadcast(a, b, out _));
}
