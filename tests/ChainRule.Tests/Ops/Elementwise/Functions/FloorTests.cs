namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class FloorTests : UnaryLaws<Floor>;
