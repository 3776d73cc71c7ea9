using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A view that only repeats, reorders, adds and drops axes: inside a fused loop it costs nothing, because element
/// (i, j …) of the view is an element of the source that the loop has at hand.
/// </summary>
/// <param name="Source">The value below, which is no view.</param>
/// <param name="Axes">
/// For each axis of the source the axis of the view that goes along with it; −1 for axes of size 1.
/// </param>
internal readonly record struct AxisMap(Value Source, int[] Axes)
{
    /// <summary>The map from a value that is no view to a view of it.</summary>
    /// <returns>Whether the view is one of this simple kind.</returns>
    public static bool TryOf(Value value, out AxisMap map)
    {
        if (!value.IsView)
        {
            map = new(value, Identity(value.Shape));
            return true;
        }

        Value input = value.Inputs[0];
        if (!TryOf(input, out map) || Step(value, input) is not { } step) return false;
        int[] axes = map.Axes;
        map = map with { Axes = Array.ConvertAll(axes, axis => axis < 0 ? -1 : step[axis]) };
        return true;
    }

    // For each axis of the input the axis of the view, −1 for axes of size 1; null if it is not so simple.
    private static int[]? Step(Value view, Value input) => view.Op switch
    {
        Broadcast => Broadcasts(view.Shape, input.Shape),
        Permute permute => Permutes(permute, input.Shape),
        Reshape => Squeezes(view.Shape, input.Shape),
        _ => null,
    };

    private static int[] Identity(Shape shape)
    {
        var axes = new int[shape.Rank];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = shape[axis] == 1 ? -1 : axis;
        return axes;
    }

    private static int[] Broadcasts(Shape target, Shape shape)
    {
        var axes = new int[shape.Rank];
        for (int axis = 0; axis < axes.Length; axis++)
            axes[axis] = shape[axis] == 1 ? -1 : axis + target.Rank - shape.Rank;
        return axes;
    }

    private static int[] Permutes(Permute permute, Shape shape)
    {
        var axes = new int[shape.Rank];
        for (int i = 0; i < axes.Length; i++) axes[permute.Order[i]] = shape[permute.Order[i]] == 1 ? -1 : i;
        return axes;
    }

    // Axes of size 1 come and go; the others stay in order.
    private static int[]? Squeezes(Shape target, Shape shape)
    {
        var axes = new int[shape.Rank];
        int next = 0;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            axes[axis] = -1;
            if (shape[axis] == 1) continue;
            while (next < target.Rank && target[next] == 1) next++;
            if (next == target.Rank || target[next] != shape[axis]) return null;
            axes[axis] = next++;
        }

        while (next < target.Rank && target[next] == 1) next++;
        return next == target.Rank ? axes : null;
    }
}
