namespace ChainRule.Tests.Ops.Structural;

public sealed class ProductTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(maxRank: 3);
    Axes axes = dice.Axes(shape.Rank);
    bool keep = dice.Below(2) == 0;
    return new($"product over {axes}", [dice.Tensor(shape)], x => x[0].Product(axes, keep));
});
