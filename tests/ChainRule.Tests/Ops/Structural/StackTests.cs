namespace ChainRule.Tests.Ops.Structural;

public sealed class StackTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(maxRank: 3);
    int axis = dice.Axis(shape.Rank + 1);
    Tensor[] parts = [.. Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Tensor(shape))];
    return new($"stack along {axis}", parts, x => Tensor.Stack(x, axis));
});
