using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Structural;

public sealed class SliceTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    int rank = shape.Rank;
    int[] starts = new int[rank], steps = new int[rank], counts = new int[rank];
    for (int axis = 0; axis < rank; axis++)
    {
        int size = shape[axis], step = dice.Between(1, 3);
        int low = dice.Below(size + 1), count = (dice.Between(low, size) - low + step - 1) / step;
        bool backwards = count > 0 && dice.Below(2) == 0;
        (starts[axis], steps[axis], counts[axis]) =
            backwards ? (low + ((count - 1) * step), -step, count) : (low, step, count);
    }

    return new(
        $"slice from {Shape.Create(starts)} taking {Shape.Create(counts)}",
        [dice.Tensor(shape)],
        x => new Tensor(Build.Slice(x[0].Node, starts, steps, counts)));
});
