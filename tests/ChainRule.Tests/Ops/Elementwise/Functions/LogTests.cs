namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class LogTests : UnaryLaws<Log>
{
    // NaN below 0.
    public LogTests()
        : base(Accuracy.Function)
    {
        Span = (0.1, 4);
    }
}
