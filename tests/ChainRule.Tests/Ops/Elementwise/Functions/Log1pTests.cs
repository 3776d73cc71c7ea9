namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class Log1pTests : UnaryLaws<Log1p>
{
    // NaN below −1.
    public Log1pTests()
        : base(Accuracy.Function)
    {
        Span = (-0.8, 4);
    }
}
