namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class AtanTests : UnaryLaws<Atan>
{
    // x² overflows in the formula.
    public AtanTests()
        : base(Accuracy.Function)
    {
        SecondExcepted = static row => Math.Abs(row.Inputs[0]) > 1e150;
    }
}
