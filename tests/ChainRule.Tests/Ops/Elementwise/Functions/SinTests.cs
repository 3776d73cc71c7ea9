namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SinTests() : UnaryLaws<Sin>(Accuracy.Function);
