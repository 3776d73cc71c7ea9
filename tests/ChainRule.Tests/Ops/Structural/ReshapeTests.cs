namespace ChainRule.Tests.Ops.Structural;

public sealed class ReshapeTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    Shape target = dice.Below(2) == 0
        ? [shape.Length]
        : [.. shape.Sizes[..(shape.Rank / 2)], 1, .. shape.Sizes[(shape.Rank / 2)..]];
    return new($"reshape to {target}", [dice.Tensor(shape)], x => x[0].Reshape(target));
});
