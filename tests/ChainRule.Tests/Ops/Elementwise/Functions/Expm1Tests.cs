namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class Expm1Tests() : UnaryLaws<Expm1>(Accuracy.Function);
