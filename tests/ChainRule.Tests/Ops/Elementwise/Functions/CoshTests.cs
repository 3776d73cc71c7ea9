namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class CoshTests() : UnaryLaws<Cosh>(Accuracy.Function);
