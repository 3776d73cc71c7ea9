namespace ChainRule.Tests.Ops.Structural;

public sealed class CumulativeSumTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1);
    int axis = dice.Axis(shape.Rank);
    bool reverse = dice.Below(2) == 0;
    return new($"cumulative sum along {axis}", [dice.Tensor(shape)], x => x[0].CumulativeSum(axis, reverse));
});
