using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SiluTests : UnaryLaws<Silu>
{
    // Two roundings besides that of exp. Where σ flushes to 0, x is at most 746. 1 − σ has an absolute error of an
    // ulp of 1, which x ≤ 37 magnifies; beyond that it is 0.
    public SiluTests()
        : base(new(3) { Flush = 1024, FirstFloor = 32, SecondFloor = 32 })
    {
    }
}
