namespace ChainRule.Tests.Ops.Structural;

public sealed class ConcatTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1);
    int axis = dice.Axis(shape.Rank), front = (axis + shape.Rank) % shape.Rank;
    Tensor[] parts = [.. Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Tensor(shape.With(front, dice.Below(4))))];
    return new($"concat along {axis}", parts, x => Tensor.Concat(x, axis));
});
