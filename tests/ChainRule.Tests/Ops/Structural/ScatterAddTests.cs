namespace ChainRule.Tests.Ops.Structural;

public sealed class ScatterAddTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1, maxRank: 3, minSize: 1);
    int axis = dice.Axis(shape.Rank), front = (axis + shape.Rank) % shape.Rank;
    Tensor indices = dice.Positions(dice.Shape(maxRank: 2), shape[front], wide: dice.Below(2) == 0);
    Shape updates = [.. shape.Sizes[..front], .. indices.Shape.Sizes, .. shape.Sizes[(front + 1)..]];
    return new(
        $"scatter-add along {axis} at {indices}",
        [dice.Tensor(shape), dice.Tensor(updates)],
        x => x[0].ScatterAdd(indices, x[1], axis));
});
