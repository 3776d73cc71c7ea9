namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class AcosTests : UnaryLaws<Acos>
{
    // At ±1 the second derivative is infinite; its formula there is ∞ − ∞.
    public AcosTests()
        : base(Accuracy.Function)
    {
        Span = (-0.95, 0.95);
        SecondExcepted = static row => Math.Abs(row.Inputs[0]) == 1;
    }
}
