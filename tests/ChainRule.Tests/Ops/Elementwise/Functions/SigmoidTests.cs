namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SigmoidTests : UnaryLaws<Sigmoid>
{
    // Two roundings besides that of exp. y(1 − y) has only the digits of 1 − y, an absolute error of an ulp of 1.
    public SigmoidTests()
        : base(new(3) { Flush = 1, FirstFloor = 1 })
    {
    }
}
