namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class TanhTests : UnaryLaws<Tanh>
{
    // (1 − y)(1 + y) has only the digits of 1 − y, an absolute error of an ulp of 1.
    public TanhTests()
        : base(Accuracy.Function with { FirstFloor = 1 })
    {
    }
}
