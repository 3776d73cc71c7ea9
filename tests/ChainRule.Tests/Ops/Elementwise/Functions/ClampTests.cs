namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ClampTests : TernaryLaws<Clamp>;
