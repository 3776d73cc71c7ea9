namespace ChainRule.Tests.Ops.Structural;

public sealed class MaxTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minSize: 1);
    Axes axes = dice.Axes(shape.Rank);
    bool keep = dice.Below(2) == 0;
    return new($"max over {axes}", [dice.Tensor(shape)], x => x[0].Max(axes, keep));
});
