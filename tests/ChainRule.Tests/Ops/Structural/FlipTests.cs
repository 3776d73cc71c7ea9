namespace ChainRule.Tests.Ops.Structural;

public sealed class FlipTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    Axes axes = dice.Axes(shape.Rank);
    return new($"flip of {axes}", [dice.Tensor(shape)], x => x[0].Flip(axes));
});
