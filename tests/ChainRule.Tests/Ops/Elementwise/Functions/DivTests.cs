namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class DivTests : BinaryLaws<Div>;
