using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Where the elements of a value are found in memory: in that of a value below, at regular distances.
/// </summary>
/// <param name="Base">The value whose elements are in memory, row-major.</param>
/// <param name="Offset">The position of the first element.</param>
/// <param name="Strides">The distance between neighbours along each axis; 0 repeats, negative goes backwards.</param>
internal readonly record struct AffineMap(Value Base, int Offset, int[] Strides)
{
    /// <summary>The map of a value, if its elements can be found in this way.</summary>
    /// <returns>Whether they can: a reshape of something that is not row-major cannot.</returns>
    public static bool TryOf(Value value, out AffineMap map)
    {
        if (!value.IsView)
        {
            map = new(value, 0, value.Shape.RowMajorStrides());
            return true;
        }

        Value input = value.Inputs[0];
        if (!TryOf(input, out map)) return false;
        if (value.Op is ViewOp op)
        {
            (int offset, int[] strides) = op.View(value.Node!, map.Offset, map.Strides);
            map = map with { Offset = offset, Strides = strides };
            return true;
        }

        return TryReshape(input.Shape, value.Shape, ref map);
    }

    /// <summary>Whether the elements lie one after the other in row-major order.</summary>
    public static bool IsContiguous(Shape shape, ReadOnlySpan<int> strides)
    {
        int expected = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            if (shape[axis] != 1 && strides[axis] != expected) return shape.Length == 0;
            expected *= shape[axis];
        }

        return true;
    }

    /// <summary>Whether a view of these distances can be seen under another shape without a copy.</summary>
    public static bool CanReshape(Shape from, Shape to, int[] strides)
    {
        AffineMap map = new(null!, 0, strides);
        return TryReshape(from, to, ref map);
    }

    // Axes of both shapes are matched in groups of equal size; inside a group the old axes must be one run.
    private static bool TryReshape(Shape from, Shape to, ref AffineMap map)
    {
        var strides = new int[to.Rank];
        if (to.Length > 0)
        {
            int old = 0, next = 0;
            while (next < to.Rank || old < from.Rank)
            {
                int first = old, start = next;
                long oldSize = 1, newSize = 1;
                do
                {
                    if (oldSize <= newSize && old < from.Rank) oldSize *= from[old++];
                    else if (next < to.Rank) newSize *= to[next++];
                    else oldSize *= from[old++];
                }
                while (oldSize != newSize);

                if (!TryRun(from, map.Strides, first, old, out int stride)) return false;
                for (int axis = next - 1; axis >= start; axis--)
                {
                    strides[axis] = stride;
                    stride *= to[axis];
                }
            }
        }

        map = map with { Strides = strides };
        return true;
    }

    // Whether some axes together are like one axis, and the distance along it.
    private static bool TryRun(Shape shape, int[] strides, int first, int end, out int stride)
    {
        stride = 0;
        int size = 0;
        for (int axis = end - 1; axis >= first; axis--)
        {
            if (shape[axis] == 1) continue;
            if (size == 0) stride = strides[axis];
            else if (strides[axis] != stride * size) return false;
            size = Math.Max(size, 1) * shape[axis];
        }

        return true;
    }
}
