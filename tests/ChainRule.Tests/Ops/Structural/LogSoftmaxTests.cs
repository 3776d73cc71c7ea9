namespace ChainRule.Tests.Ops.Structural;

public sealed class LogSoftmaxTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1, minSize: 1);
    int axis = dice.Axis(shape.Rank);
    return new($"LogSoftmax along {axis}", [dice.Tensor(shape)], x => x[0].LogSoftmax(axis));
});
