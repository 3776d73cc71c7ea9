namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class SubTests : BinaryLaws<Sub>;
