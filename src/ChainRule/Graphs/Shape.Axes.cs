namespace ChainRule;

// What ops ask of shapes: axes counted from the end, axes taken out, broadcasting.
public readonly partial struct Shape
{
    /// <summary>The distance, in elements, between neighbours along each axis of a row-major tensor.</summary>
    public int[] RowMajorStrides()
    {
        var strides = new int[Rank];
        int stride = 1;
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= this[axis];
        }

        return strides;
    }

    /// <summary>The axis counted from the front: −1 is the last one.</summary>
    /// <param name="axis">From −Rank to Rank − 1.</param>
    /// <param name="op">Who asks, for the message.</param>
    /// <param name="tensor">How messages speak of the tensor that has this shape.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    internal int Axis(int axis, string op, string tensor)
    {
        if (axis >= -Rank && axis < Rank) return axis < 0 ? axis + Rank : axis;
        string remedy = Rank == 0
            ? "A scalar has no axes."
            : $"Use {(Rank == 1 ? "0 or −1" : $"0 to {Rank - 1}, or −{Rank} to −1 counted from the end")}.";
        throw new ShapeException($"{op}: axis {Minus(axis)} does not exist in {tensor} of shape {this}. {remedy}");
    }

    /// <summary>Axes counted from the front, sorted; no axes given means all of them.</summary>
    /// <exception cref="ShapeException">An axis does not exist or is named twice.</exception>
    internal int[] Axes(ReadOnlySpan<int> axes, string op, string tensor)
    {
        if (axes.Length == 0) return [.. Enumerable.Range(0, Rank)];
        var result = new int[axes.Length];
        for (int i = 0; i < axes.Length; i++) result[i] = Axis(axes[i], op, tensor);
        Array.Sort(result);
        for (int i = 1; i < result.Length; i++)
        {
            if (result[i] == result[i - 1])
                throw new ShapeException(
                    $"{op}: axis {result[i]} is named twice in {Text(axes)}. Name each axis once.");
        }

        return result;
    }

    /// <summary>This shape without the given axes, or with size 1 there.</summary>
    internal Shape Without(ReadOnlySpan<int> axes, bool keep = false)
    {
        var sizes = new List<int>(Rank);
        for (int axis = 0; axis < Rank; axis++)
        {
            if (!axes.Contains(axis)) sizes.Add(this[axis]);
            else if (keep) sizes.Add(1);
        }

        return sizes.ToArray();
    }

    /// <summary>This shape with another size of one axis.</summary>
    internal Shape With(int axis, int size)
    {
        int[] sizes = Sizes.ToArray();
        sizes[axis] = size;
        return sizes;
    }

    /// <summary>The axes of a tensor of this shape that are repeated when it is broadcast to <paramref name="target"/>,
    /// as axes of the target.</summary>
    internal int[] BroadcastAxes(Shape target)
    {
        int lead = target.Rank - Rank;
        var axes = new List<int>();
        for (int axis = 0; axis < target.Rank; axis++)
        {
            if (axis < lead || (this[axis - lead] == 1 && target[axis] != 1)) axes.Add(axis);
        }

        return [.. axes];
    }

    /// <summary>
    /// Whether a tensor of this shape can be repeated to fill the target: aligned at the last
    /// axis, each size is equal or 1.
    /// </summary>
    internal bool BroadcastsTo(Shape target)
    {
        int lead = target.Rank - Rank;
        if (lead < 0) return false;
        for (int axis = 0; axis < Rank; axis++)
        {
            if (this[axis] != target[axis + lead] && this[axis] != 1) return false;
        }

        return true;
    }

    /// <summary>
    /// The common shape of two tensors by NumPy's rule: aligned at the last axis, a missing axis or size 1 is repeated.
    /// </summary>
    /// <returns>Whether there is one.</returns>
    internal static bool TryBroadcast(Shape a, Shape b, out Shape common)
    {
        var sizes = new int[Math.Max(a.Rank, b.Rank)];
        common = default;
        for (int i = 1; i <= sizes.Length; i++)
        {
            int sizeA = i <= a.Rank ? a[a.Rank - i] : 1, sizeB = i <= b.Rank ? b[b.Rank - i] : 1;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1) return false;
            sizes[^i] = sizeA == 1 ? sizeB : sizeA;
        }

        common = sizes;
        return true;
    }

    // Messages use the real minus sign, like the documentation.
    internal static string Minus(int value) => value < 0 ? $"−{-(long)value}" : $"{value}";
}
