namespace ChainRule.Tests.Ops.Structural;

public sealed class GatherTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1, maxRank: 3, minSize: 1);
    int axis = dice.Axis(shape.Rank), front = (axis + shape.Rank) % shape.Rank;
    Tensor indices = dice.Positions(dice.Shape(maxRank: 2), shape[front], wide: dice.Below(2) == 0);
    return new($"gather along {axis} at {indices}", [dice.Tensor(shape)], x => x[0].Gather(indices, axis));
});
