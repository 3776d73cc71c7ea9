using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Loops that should be written out (<see cref="Unrolling"/>), because they are short and longer ones go through memory
/// in smaller steps: those over the elements of a window, as in a convolution of each channel by itself or in pooling.
/// As columns they would fill no register.
/// </summary>
internal static class ShortLoops
{
    /// <summary>The most members of a group when each counts once for each iteration that is written out.</summary>
    public const int MaxCopies = 600;

    // The most iterations of the loops written out together, and of those that a sum keeps.
    private const int MostReduced = 128, MostKept = 32;

    // The fewest iterations of the other loops.
    private const int FewestOthers = 16;

    // Columns at a small distance are still better than short rows.
    private const int LargestStep = 4;

    // How many values are looked at in search of memory.
    private const int MaxVisited = 64;

    /// <summary>Whether the axes that a reduction reduces should be written out.</summary>
    /// <param name="reduction">The reduction.</param>
    public static bool AreReduced(Value reduction)
    {
        Shape shape = reduction.Inputs[0].Shape;
        uint reduced = 0;
        foreach (int axis in ((Reduction)reduction.Op).Axes.Span) reduced |= 1u << axis;
        int last = shape.Rank - 1;
        while (last > 0 && shape[last] == 1) last--;
        return (reduced & (1u << last)) != 0
            && LengthOf(shape, reduced) is > 1 and <= MostReduced
            && LengthOf(shape, ~reduced) >= FewestOthers
            && AreWindows(reduction.Inputs[0], reduced, LargestStep);
    }

    /// <summary>
    /// The last axes that a reduction keeps, if they should be written out; a bit for each axis. So it is where a sum
    /// over images keeps the elements of a window.
    /// </summary>
    public static uint Kept(Value reduction)
    {
        Shape shape = reduction.Inputs[0].Shape;
        ReadOnlySpan<int> reduced = ((Reduction)reduction.Op).Axes.Span;
        uint kept = 0;
        for (int axis = shape.Rank - 1; axis >= 0 && !reduced.Contains(axis); axis--) kept |= 1u << axis;
        return LengthOf(shape, kept) is > 1 and <= MostKept
            && LengthOf(shape, ~kept) >= FewestOthers
            && AreWindows(reduction.Inputs[0], kept, 1)
            ? kept
            : 0;
    }

    private static long LengthOf(Shape shape, uint axes)
    {
        long length = 1;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if ((axes & (1u << axis)) != 0) length *= shape[axis];
        }

        return length;
    }

    // Whether in memory below a value some longer axis goes in steps not much larger than those of the short ones.
    private static bool AreWindows(Value value, uint shorts, int largestStep)
    {
        Shape domain = value.Shape;
        int longestShort = 0;
        for (int axis = 0; axis < domain.Rank; axis++)
        {
            if ((shorts & (1u << axis)) != 0) longestShort = Math.Max(longestShort, domain[axis]);
        }

        var visited = new HashSet<Value>();
        return Visit(value, [.. Enumerable.Range(0, domain.Rank)]);

        // For each axis of the value the axis of the domain along it, or −1.
        bool Visit(Value value, int[] axes)
        {
            if (visited.Count >= MaxVisited || !visited.Add(value)) return false;
            if (AxisMap.TryOf(value, out AxisMap map) && Fusible.Is(map.Source))
            {
                int[] inner = Array.ConvertAll(map.Axes, axis => axis < 0 ? -1 : axes[axis]);
                if (map.Source.Op is Reduction reduction)
                {
                    int kept = 0;
                    inner = [.. Enumerable.Range(0, map.Source.Inputs[0].Shape.Rank).Select(
                        axis => reduction.Axes.Span.Contains(axis) ? -1 : inner[kept++])];
                }

                return map.Source.Inputs.ToArray().Any(input => Visit(input, inner));
            }

            return AffineMap.TryOf(value, out AffineMap memory) && IsWindow(memory.Strides, axes);
        }

        bool IsWindow(int[] strides, int[] axes)
        {
            int smallest = int.MaxValue, step = int.MaxValue;
            for (int axis = 0; axis < axes.Length; axis++)
            {
                int stride = Math.Abs(strides[axis]);
                if (axes[axis] < 0 || stride == 0 || domain[axes[axis]] == 1) continue;
                if ((shorts & (1u << axes[axis])) != 0) smallest = Math.Min(smallest, stride);
                else if (domain[axes[axis]] > longestShort) step = Math.Min(step, stride);
            }

            return smallest != int.MaxValue && step <= (long)smallest * largestStep;
        }
    }
}
