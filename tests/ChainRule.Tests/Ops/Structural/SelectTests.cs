namespace ChainRule.Tests.Ops.Structural;

public sealed class SelectTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    Tensor condition = dice.Tensor(shape) > 0;
    return new("select", [dice.Tensor(shape), dice.Tensor(shape)], x => Tensor.Select(condition, x[0], x[1]));
});
