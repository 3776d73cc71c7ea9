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
}
