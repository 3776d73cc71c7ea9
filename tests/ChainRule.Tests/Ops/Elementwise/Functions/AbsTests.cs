namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class AbsTests : UnaryLaws<Abs>;
