namespace ChainRule.Tests.Ops.Custom;

public sealed class ReversalTests
{
    private readonly Tensor _x = Tensor.From<double>([1, 2, 3], [3], "x");
    private readonly Tensor _weights = Tensor.From<double>(10, 20, 30);

    [Fact]
    public void An_op_of_ones_own_computes()
    {
        Assert.Equal([4, 3, 2], (Reversal.Of(_x) + 1).ToArray<double>());
        // The input is a view, whose elements lie elsewhere.
        Assert.Equal([1, 2, 3], Reversal.Of(_x.Flip()).ToArray<double>());
    }

    [Fact]
    public void It_is_differentiated_in_both_modes()
    {
        Tensor y = Reversal.Of(_x.Square()) * _weights;
        // y = (10·x₃², 20·x₂², 30·x₁²).
        Assert.Equal([60, 80, 60], Gradient.Of(y.Sum(), _x).ToArray<double>());
        Assert.Equal([60, 0, 0], Gradient.Jvp(y, [_x], [Tensor.From<double>(0, 0, 1)]).ToArray<double>());
        Assert.True(GradientCheck.Run(x => (Reversal.Of(x.Exp()) * _weights).Sum(), _x).Passed);
    }

    [Fact]
    public void Its_second_derivative_follows()
    {
        Tensor slope = Gradient.Of((Reversal.Of(_x.Square()) * _weights).Sum(), _x);
        Assert.Equal([60, 40, 20], Gradient.Of(slope.Sum(), _x).ToArray<double>());
    }

    [Fact]
    public void Its_own_messages_reach_the_user() => Assert.Contains(
        "`m` of shape [1, 3]",
        Assert.Throws<ShapeException>(() => Reversal.Of(_x.Reshape([1, 3]).Named("m"))).Message,
        StringComparison.Ordinal);
}
