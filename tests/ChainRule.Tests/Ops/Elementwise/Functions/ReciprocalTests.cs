namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class ReciprocalTests : UnaryLaws<Reciprocal>;
