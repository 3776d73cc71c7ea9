namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class PowTests : BinaryLaws<Pow>
{
    // Broken powers of negative numbers are NaN. In y·x^(y−1), y − 1 is rounded where y is huge or tiny;
    // x^(y−1) underflows before y times it does.
    public PowTests()
        : base(Accuracy.Function with { FirstUlps = 64, Flush = 1 })
    {
        Span = (0.1, 3);
        FirstExcepted = static row =>
            Math.Abs(row.Inputs[1]) is > 1e15 or (> 0 and < 1e-300) || double.IsInfinity(row.Value);
    }

    // xʸ = x², x³ and the constant 1 near x = 0; ∂²/∂x∂y = xʸ⁻¹(1 + y·ln x) goes to 0 there for y > 1.
    [Theory]
    [InlineData(2.0, 2.0)]
    [InlineData(3.0, 0.0)]
    [InlineData(2.5, 0.0)]
    [InlineData(0.0, 0.0)]
    public void Second_derivatives_are_right_at_zero(double exponent, double expected)
    {
        Tensor x = Tensor.Scalar(0.0), y = Tensor.Scalar(exponent);
        (Tensor dx, Tensor dy) = Gradient.Of(x.Pow(y), x, y);
        (Tensor dxx, Tensor dxy) = Gradient.Of(dx, x, y);
        (Tensor dyx, Tensor dyy) = Gradient.Of(dy, x, y);
        Assert.Equal((expected, 0, 0, 0), (dxx.Item(), dxy.Item(), dyx.Item(), dyy.Item()));
    }
}
