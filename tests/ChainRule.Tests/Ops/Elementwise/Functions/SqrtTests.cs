namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SqrtTests : UnaryLaws<Sqrt>
{
    // NaN below 0.
    public SqrtTests()
    {
        Span = (0.1, 4);
    }

    [Fact]
    public void The_derivative_at_zero_is_infinite_with_its_sign()
    {
        Tensor x = Tensor.From(0.0, -0.0);
        Assert.Equal(
            [double.PositiveInfinity, double.NegativeInfinity], Gradient.Of(x.Sqrt().Sum(), x).ToArray<double>());
    }
}
