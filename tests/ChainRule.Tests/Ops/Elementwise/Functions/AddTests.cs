namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class AddTests : BinaryLaws<Add>;
