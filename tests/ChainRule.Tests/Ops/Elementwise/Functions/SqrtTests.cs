using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SqrtTests : UnaryLaws<Sqrt>
{
    // NaN below 0.
    public SqrtTests()
    {
        Span = (0.1, 4);
    }
}
