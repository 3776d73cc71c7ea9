namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SignTests : UnaryLaws<Sign>;
