using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class GeluTests : UnaryLaws<Gelu>
{
    // 1 + erf has only the digits of 1, an absolute error of an ulp; where that is not negligible, x is at most 6.
    public GeluTests()
        : base(new(3) { Floor = 1, FirstFloor = 2 })
    {
    }
}
