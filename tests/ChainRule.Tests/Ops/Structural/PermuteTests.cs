namespace ChainRule.Tests.Ops.Structural;

public sealed class PermuteTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    int[] order = dice.Order(shape.Rank);
    return new($"transpose to {Shape.Create(order)}", [dice.Tensor(shape)], x => x[0].Transpose(order));
});
