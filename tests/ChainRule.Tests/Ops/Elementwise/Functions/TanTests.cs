namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class TanTests() : UnaryLaws<Tan>(Accuracy.Function);
