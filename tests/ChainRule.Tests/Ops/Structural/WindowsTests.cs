namespace ChainRule.Tests.Ops.Structural;

public sealed class WindowsTests() : StructuralLaws(static dice =>
{
    Shape lead = dice.Shape(maxRank: 2);
    int axes = dice.Between(1, 2);
    int[] sizes = new int[axes], strides = new int[axes], dilations = new int[axes], full = new int[axes];
    for (int i = 0; i < axes; i++)
    {
        (sizes[i], strides[i], dilations[i]) = (dice.Between(1, 3), dice.Between(1, 3), dice.Between(1, 2));
        full[i] = ((sizes[i] - 1) * dilations[i]) + dice.Between(1, 4);
    }

    return new(
        $"windows of {Shape.Create(sizes)} every {Shape.Create(strides)}, dilated {Shape.Create(dilations)}",
        [dice.Tensor(Shape.Create([.. lead.Sizes, .. full]))],
        x => x[0].Windows(sizes, strides, dilations));
});
