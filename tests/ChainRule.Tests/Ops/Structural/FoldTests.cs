namespace ChainRule.Tests.Ops.Structural;

public sealed class FoldTests() : StructuralLaws(static dice =>
{
    Shape lead = dice.Shape(maxRank: 2);
    int axes = dice.Between(1, 2);
    int[] sizes = new int[axes], strides = new int[axes], dilations = new int[axes],
        positions = new int[axes], full = new int[axes];
    for (int i = 0; i < axes; i++)
    {
        (sizes[i], strides[i], dilations[i], positions[i]) =
            (dice.Between(1, 3), dice.Between(1, 3), dice.Between(1, 2), dice.Between(0, 3));
        // What is left over, no window covers.
        full[i] = (Math.Max(positions[i] - 1, 0) * strides[i]) + ((sizes[i] - 1) * dilations[i]) + dice.Between(1, 3);
        if (positions[i] == 0) full[i] = dice.Below(3);
    }

    return new(
        $"fold to {Shape.Create(full)} every {Shape.Create(strides)}, dilated {Shape.Create(dilations)}",
        [dice.Tensor(Shape.Create([.. lead.Sizes, .. positions, .. sizes]))],
        x => x[0].Fold(full, strides, dilations));
});
