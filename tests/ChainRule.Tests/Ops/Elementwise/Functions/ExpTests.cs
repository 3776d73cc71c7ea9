namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ExpTests() : UnaryLaws<Exp>(Accuracy.Function);
