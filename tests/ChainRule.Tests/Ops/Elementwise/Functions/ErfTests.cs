namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ErfTests : UnaryLaws<Erf>
{
    // exp(−x²) magnifies the rounding of x², at most 36 where it is not negligible.
    // In the second derivative a huge x meets exp(−x²) = 0.
    public ErfTests()
        : base(Accuracy.Function with { FirstUlps = 64 })
    {
        SecondExcepted = static row => Math.Abs(row.Inputs[0]) > 1e150;
    }
}
