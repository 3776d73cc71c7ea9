namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class MinTests : BinaryLaws<Min>;
