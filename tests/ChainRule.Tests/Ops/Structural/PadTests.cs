using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Structural;

public sealed class PadTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    int[] low = [.. shape.Select(_ => dice.Below(3))], high = [.. shape.Select(_ => dice.Below(3))],
        between = [.. shape.Select(_ => dice.Below(3))];
    return new(
        $"pad {Shape.Create(low)}, {Shape.Create(high)}, {Shape.Create(between)}",
        [dice.Tensor(shape)],
        x => new Tensor(Build.Pad(x[0].Node, low, high, between, 1.5)));
});
