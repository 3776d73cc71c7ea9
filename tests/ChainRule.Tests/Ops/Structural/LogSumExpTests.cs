namespace ChainRule.Tests.Ops.Structural;

public sealed class LogSumExpTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1, minSize: 1);
    int axis = dice.Axis(shape.Rank);
    return new($"LogSumExp along {axis}", [dice.Tensor(shape)], x => x[0].LogSumExp(axis));
});
