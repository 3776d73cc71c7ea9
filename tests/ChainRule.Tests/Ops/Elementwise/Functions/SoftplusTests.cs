namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SoftplusTests : UnaryLaws<Softplus>
{
    // Two roundings besides those of exp and log1p. σ, the derivative, flushes where e⁻ˣ overflows.
    public SoftplusTests()
        : base(new(3) { Flush = 1 })
    {
    }
}
