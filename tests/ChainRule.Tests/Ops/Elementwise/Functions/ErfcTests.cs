namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ErfcTests : UnaryLaws<Erfc>
{
    // Within 3 ulp where measured. exp(−x²) magnifies the rounding of x², at most 745 where it is not 0.
    // In the second derivative a huge x meets exp(−x²) = 0.
    public ErfcTests()
        : base(new(4) { FirstUlps = 750, SecondUlps = 750 })
    {
        SecondExcepted = static row => Math.Abs(row.Inputs[0]) > 1e150;
    }
}
