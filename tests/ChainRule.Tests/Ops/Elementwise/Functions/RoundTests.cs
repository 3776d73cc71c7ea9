namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class RoundTests : UnaryLaws<Round>;
