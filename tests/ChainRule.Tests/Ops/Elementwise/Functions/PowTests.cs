using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class PowTests : BinaryLaws<Pow>
{
    // Broken powers of negative numbers are NaN. In y·x^(y−1), y − 1 is rounded where y is huge or tiny;
    // x^(y−1) underflows before y times it does.
    public PowTests()
        : base(Accuracy.Function with { FirstUlps = 64, Flush = 1 })
    {
        Span = (0.1, 3);
        FirstExcepted = static row => Math.Abs(row.Inputs[1]) is > 1e15 or (> 0 and < 1e-300) || double.IsInfinity(row.Value);
    }
}
