namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class NegTests : UnaryLaws<Neg>;
