namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ReluTests : UnaryLaws<Relu>;
