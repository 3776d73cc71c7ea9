using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Where the elements of a product's operand are found in memory: in that of a value below. Each axis of the operand
/// may be several axes of that memory together, as the positions and the elements of windows are in a convolution,
/// which a reshape makes the rows and columns of a matrix. So windows need not be copied to be multiplied.
/// </summary>
/// <param name="Base">The value whose elements are in memory, row-major.</param>
/// <param name="Offset">The position of the first element.</param>
/// <param name="Axes">For each axis of the operand the axes of memory, from the outermost to the innermost.</param>
internal readonly record struct MatrixMap(Value Base, int Offset, MatrixMap.Axis[][] Axes)
{
    /// <summary>
    /// The map of a value, if its elements can be found in this way, those of each matrix in ascending order.
    /// </summary>
    public static bool TryOf(Value value, out MatrixMap map) => TryAny(value, out map)
        && Array.TrueForAll(map.Axes[^2], IsAscending)
        && Array.TrueForAll(map.Axes[^1], IsAscending);

    /// <summary>Where the matrices begin that the last two axes are.</summary>
    public int[] Starts()
    {
        Axis[] batch = [.. Axes[..^2].SelectMany(static parts => parts)];
        int[] starts = Offsets(batch);
        for (int i = 0; i < starts.Length; i++) starts[i] += Offset;
        return starts;
    }

    /// <summary>Where the elements along an axis lie.</summary>
    public AxisLayout Along(Index axis)
    {
        Axis[] parts = Joined(Axes[axis]);
        if (parts.Length == 0) return new(0, 1, []);
        return parts.Length == 1
            ? new(parts[0].Stride, parts[0].Size, [])
            : new(parts[^1].Stride, parts[^1].Size, Offsets(parts[..^1]));
    }

    private static bool TryAny(Value value, out MatrixMap map)
    {
        if (!value.IsView)
        {
            int[] strides = value.Shape.RowMajorStrides();
            map = new(value, 0, [.. strides.Select((stride, axis) => Of(value.Shape[axis], stride))]);
            return true;
        }

        if (!TryAny(value.Inputs[0], out map)) return false;
        if (value.Op is Reshape) return TryReshape(value.Shape, ref map);
        if (value.Op is Permute permute)
        {
            Axis[][] axes = map.Axes;
            map = map with { Axes = [.. permute.Order.Span.ToArray().Select(axis => axes[axis])] };
            return true;
        }

        // The other views know axes of memory only.
        if (!Array.TrueForAll(map.Axes, static parts => Joined(parts).Length <= 1)) return false;
        int[] simple = Array.ConvertAll(map.Axes, static parts => Joined(parts) is [var axis] ? axis.Stride : 0);
        (int offset, int[] result) = ((ViewOp)value.Op).View(value.Node!, map.Offset, simple);
        map = new(map.Base, offset, [.. result.Select((stride, axis) => Of(value.Shape[axis], stride))]);
        return true;
    }

    // The axes of memory are dealt out from the outermost on; one that two axes share is cut.
    private static bool TryReshape(Shape to, ref MatrixMap map)
    {
        if (to.Length == 0)
        {
            map = map with { Axes = [.. to.Sizes.ToArray().Select(static size => Of(size, 0))] };
            return true;
        }

        // As few as possible: a cut may lie anywhere in those that are like one.
        var rest = new Stack<Axis>(Joined([.. map.Axes.SelectMany(static parts => parts)]).Reverse());
        var axes = new Axis[to.Rank][];
        for (int i = 0; i < axes.Length; i++)
        {
            var parts = new List<Axis>();
            int size = 1;
            while (size < to[i])
            {
                if (!rest.TryPop(out Axis axis)) return false;
                int wanted = to[i] / size;
                if (axis.Size > wanted)
                {
                    if (to[i] % size != 0 || axis.Size % wanted != 0) return false;
                    int inner = axis.Size / wanted;
                    rest.Push(axis with { Size = inner });
                    axis = new(wanted, axis.Stride * inner);
                }

                parts.Add(axis);
                size *= axis.Size;
            }

            if (size != to[i]) return false;
            axes[i] = [.. parts];
        }

        map = map with { Axes = axes };
        return rest.Count == 0;
    }

    private static Axis[] Of(int size, int stride) => size == 1 ? [] : [new(size, stride)];

    // Neighbours that are like one axis are one.
    private static Axis[] Joined(Axis[] parts)
    {
        var joined = new List<Axis>();
        foreach (Axis part in parts)
        {
            if (joined.Count > 0 && joined[^1].Stride == part.Stride * part.Size)
                joined[^1] = new(joined[^1].Size * part.Size, part.Stride);
            else
                joined.Add(part);
        }

        return [.. joined];
    }

    private static bool IsAscending(Axis axis) => axis.Stride >= 0;

    private static int[] Offsets(Axis[] axes) => Strided.Offsets(
        Array.ConvertAll(axes, static axis => axis.Size), Array.ConvertAll(axes, static axis => axis.Stride));

    /// <summary>An axis of memory.</summary>
    /// <param name="Size">How many elements it has; never 1.</param>
    /// <param name="Stride">The distance between neighbours.</param>
    internal readonly record struct Axis(int Size, int Stride);
}
