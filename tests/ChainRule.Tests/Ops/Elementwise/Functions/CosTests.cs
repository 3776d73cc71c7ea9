namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class CosTests() : UnaryLaws<Cos>(Accuracy.Function);
