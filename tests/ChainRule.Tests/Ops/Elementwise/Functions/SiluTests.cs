namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SiluTests : UnaryLaws<Silu>
{
    // Two roundings besides that of exp. Where σ flushes to 0, x is at most 746. 1 − σ has an absolute error of an
    // ulp of 1, which x ≤ 37 magnifies; beyond that it is 0.
    public SiluTests()
        : base(new(3) { Flush = 1024, FirstFloor = 32, SecondFloor = 32 })
    {
    }

    [Fact]
    public void The_derivatives_at_infinity_are_the_limits()
    {
        Tensor x = Tensor.From(double.NegativeInfinity, double.PositiveInfinity),
            first = Gradient.Of(x.Silu().Sum(), x);
        Assert.Equal([0, 1], first.ToArray<double>());
        Assert.Equal([0, 0], Gradient.Of(first.Sum(), x).ToArray<double>());
    }
}
