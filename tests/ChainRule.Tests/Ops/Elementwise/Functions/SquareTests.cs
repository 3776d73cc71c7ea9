namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SquareTests : UnaryLaws<Square>;
