namespace ChainRule.Tests.Ops.Structural;

public sealed class SumTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    Axes axes = dice.Axes(shape.Rank);
    bool keep = dice.Below(2) == 0;
    return new($"sum over {axes}", [dice.Tensor(shape)], x => x[0].Sum(axes, keep));
});
