namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class Atan2Tests : BinaryLaws<Atan2>
{
    public Atan2Tests()
        : base(Accuracy.Function)
    {
    }

    // ∂/∂y = x/(x² + y²), which x = y makes 1/(2x); 3 and 4 give 4/25 by y, −3/25 by x.
    [Theory]
    [InlineData(DType.Float32, 1e-23)]
    [InlineData(DType.Float32, 1e25)]
    [InlineData(DType.Float64, 1e-200)]
    [InlineData(DType.Float64, 1e200)]
    public void The_derivatives_neither_overflow_nor_vanish_on_the_way(DType dtype, double scale)
    {
        Tensor y = (Tensor.From(1.0, 3.0, 0.0) * scale).Cast(dtype).Detach(),
            x = (Tensor.From(1.0, 4.0, 1.0) * scale).Cast(dtype).Detach();
        (Tensor dy, Tensor dx) = Gradient.Of(Tensor.Atan2(y, x).Sum(), y, x);
        // A few roundings.
        double tolerance = 8 * Distance.Epsilon(dtype);
        Assert.Equal([0.5, 0.16, 1], Scaled(dy), Near);
        Assert.Equal([-0.5, -0.12, 0], Scaled(dx), Near);

        double[] Scaled(Tensor derivative) => (derivative.Cast(DType.Float64) * scale).ToArray<double>();
        bool Near(double expected, double actual) => Math.Abs(expected - actual) <= tolerance;
    }

    [Fact]
    public void The_derivatives_at_infinity_are_zero_and_at_the_origin_NaN()
    {
        const double Infinity = double.PositiveInfinity;
        Tensor y = Tensor.From(Infinity, 1, Infinity, 0), x = Tensor.From(1, -Infinity, Infinity, 0);
        (Tensor dy, Tensor dx) = Gradient.Of(Tensor.Atan2(y, x).Sum(), y, x);
        Assert.Equal([0, 0, 0, double.NaN], dy.ToArray<double>());
        Assert.Equal([0, 0, 0, double.NaN], dx.ToArray<double>());
    }
}
