namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class MulTests : BinaryLaws<Mul>;
