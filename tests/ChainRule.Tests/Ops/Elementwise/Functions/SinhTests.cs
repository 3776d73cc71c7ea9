namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SinhTests() : UnaryLaws<Sinh>(Accuracy.Function);
