namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class AsinTests : UnaryLaws<Asin>
{
    // At ±1 the second derivative is infinite; its formula there is ∞ − ∞.
    public AsinTests()
        : base(Accuracy.Function)
    {
        Span = (-0.95, 0.95);
        SecondExcepted = static row => Math.Abs(row.Inputs[0]) == 1;
    }
}
