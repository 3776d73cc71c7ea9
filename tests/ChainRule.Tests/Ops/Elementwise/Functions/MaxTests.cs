namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class MaxTests : BinaryLaws<Max>;
