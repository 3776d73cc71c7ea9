namespace ChainRule.Tests.Ops.Structural;

public sealed class DotTests() : StructuralLaws(static dice =>
{
    Shape batch = dice.Shape(maxRank: 2);
    (int m, int k, int n) = (dice.Below(5), dice.Below(5), dice.Below(5));
    // Batches broadcast: an axis of either side may be 1, and leading ones missing.
    int[] Side(int rows, int columns, bool vector) => vector
        ? [k]
        :
        [
            .. batch.Sizes[dice.Below(batch.Rank + 1)..].ToArray().Select(size => dice.Below(3) == 0 ? 1 : size),
            rows,
            columns,
        ];
    Shape a = Side(m, k, dice.Below(5) == 0), b = Side(k, n, dice.Below(5) == 0);
    return new("dot", [dice.Tensor(a), dice.Tensor(b)], static x => Tensor.Dot(x[0], x[1]));
});
