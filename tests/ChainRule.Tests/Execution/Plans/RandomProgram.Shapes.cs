namespace ChainRule.Tests.Execution;

/// <content>Steps that move elements, and that make fewer of them.</content>
internal sealed partial class RandomProgram
{
    private Tensor Moved(Tensor x)
    {
        int rank = x.Rank;
        if (rank == 0) return x.Unsqueeze(0).BroadcastTo([_dice.Between(1, 40)]);
        int axis = _dice.Below(rank), size = x.Shape[axis];
        switch (_dice.Below(14))
        {
            case 0: return x.Transpose(_dice.Order(rank));
            case 1: return x.Reshape(x.Length);
            case 2: return x.Flip(_dice.Axes(rank));
            case 3: return x.Unsqueeze(axis).BroadcastTo(Inserted(x.Shape, axis, _dice.Between(1, 3)));
            case 4 when size > 0: return Tensor.Concat([x, x.Flip(axis), x], axis);
            case 5:
                var widths = new (int, int)[rank];
                for (int i = 0; i < rank; i++) widths[i] = (_dice.Below(3), _dice.Below(2));
                return x.Pad(widths, 1);
            case 6 when size > 2 && x.Shape[rank - 1] > 2:
                return x.Windows([2], [_dice.Between(1, 2)]);
            case 7 when size > 0:
                return x.Gather(_dice.Positions([_dice.Between(1, 5)], size, wide: false), axis);
            case 8 when x.DType.IsFloat && size > 0: return x.CumulativeSum(axis, _dice.Below(2) == 0) / size;
            case 9 or 10: return x.Reshape(Regrouped(x.Length));
            case 11: return Tensor.Stack([x, -x], axis);
            case 12 when size > 0:
                int count = _dice.Between(1, 5);
                Tensor updates = x.Gather(_dice.Positions([count], size, wide: true), axis);
                return Shrunk(x.ScatterAdd(_dice.Positions([count], size, wide: false), updates, axis), count + 1);
            case 13 when rank > 1 && x.Shape[rank - 2] > 2 && x.Shape[rank - 1] > 2:
                int stride = _dice.Between(1, 2);
                int[] sizes = [((x.Shape[rank - 2] - 2) / stride * stride) + 2, x.Shape[rank - 1]];
                return Shrunk(x.Windows([2, 3], [stride, 1]).Fold(sizes, [stride, 1]), 6);
            default:
                var slices = new AxisSlice[rank];
                Array.Fill(slices, ..);
                if (size > 1) slices[axis] = AxisSlice.Of(_dice.Below(2).., _dice.Below(2) == 0 ? -2 : 2);
                return x[slices];
        }
    }

    // Wholes are limited in another way.
    private static Tensor Shrunk(Tensor x, int by) => x.DType.IsFloat ? x / by : x;

    private static Shape Inserted(Shape shape, int axis, int size) =>
        Shape.Create([.. shape.Sizes[..axis], size, .. shape.Sizes[axis..]]);

    // Other axes for so many elements.
    private Shape Regrouped(int length)
    {
        var sizes = new List<int>();
        for (int rest = length; sizes.Count < 5;)
        {
            int[] factors = [.. Enumerable.Range(1, 64).Where(factor => rest % factor == 0)];
            int factor = rest == 0 ? 0 : factors[_dice.Below(factors.Length)];
            sizes.Add(factor);
            if (rest == 0) break;
            rest /= factor;
            if (rest == 1 && _dice.Below(2) == 0) break;
            if (sizes.Count == 4) sizes.Add(rest);
        }

        return Shape.Create([.. sizes]);
    }

    private Tensor Reduced(Tensor x)
    {
        int axis = x.Rank == 0 ? 0 : _dice.Axis(x.Rank);
        bool keep = _dice.Below(2) == 0;
        if (x.Length == 0) return x.Sum(_dice.Axes(x.Rank), keep);
        switch (_dice.Below(9))
        {
            case 0: return x.Max(_dice.Axes(x.Rank), keep);
            case 1: return x.Min(_dice.Axes(x.Rank), keep);
            case 2 when x.Rank > 0: return x.Softmax(axis);
            case 3 when x.Rank > 0: return x.LogSumExp(axis, keep) / 15;
            case 4 when x.Rank > 0:
                Tensor centred = x - x.Mean(axis, keep: true);
                return centred / (centred.Square().Mean(axis, keep: true) + 1).Sqrt() / 3;
            case 5 when x.Rank > 0: return x.LogSoftmax(axis) / 20;
            case 6 when x.Rank > 0: return x.Mean(axis, keep);
            case 7: return x.Product(_dice.Axes(x.Rank), keep);
            default: return x.Mean(_dice.Axes(x.Rank), keep);
        }
    }

    // With new numbers, or with what is there already.
    private Tensor Product(Tensor x)
    {
        if (x.Rank == 0) return x * x;
        int inner = x.Shape[^1];
        Tensor y = Any(_reals);
        if (_dice.Below(3) == 0) y = Real([inner, _dice.Between(1, 20)]);
        else if (inner > 0 && y.Length % inner == 0) y = y.Reshape(Columns(x, y.Length / inner));
        else if (x.Rank > 1) y = x.Transpose([.. Enumerable.Range(0, x.Rank - 2), x.Rank - 1, x.Rank - 2]);
        else y = x;
        double outer = (double)x.Length / Math.Max(1, inner) * y.Length / Math.Max(1, inner);
        return outer > LongestLength ? x : Tensor.Dot(x, y) / Math.Max(1, inner);
    }

    // The shape of a right factor with so many elements in each row, perhaps one for each batch.
    private Shape Columns(Tensor x, int columns)
    {
        int inner = x.Shape[^1], batches = x.Rank > 2 ? x.Shape[^3] : 1;
        if (columns == 1 && _dice.Below(2) == 0) return [inner];
        return batches > 1 && columns % batches == 0 ? [batches, inner, columns / batches] : [inner, columns];
    }
}
