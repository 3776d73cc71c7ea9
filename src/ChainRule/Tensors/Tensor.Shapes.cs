using System.Runtime.CompilerServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

public partial class Tensor
{
    /// <summary>The transpose of a matrix: rows become columns. For other ranks, all axes in reverse order.</summary>
    public Tensor T => Transpose();

    /// <summary>The same elements, in the same row-major order, under another shape.</summary>
    /// <param name="sizes">One may be −1: it is inferred from the others.</param>
    /// <exception cref="ShapeException">The number of elements differs.</exception>
    // The shape [2, 3] is a list of sizes too: without the priority, C# could not choose.
    [OverloadResolutionPriority(1)]
    public Tensor Reshape(params ReadOnlySpan<int> sizes)
    {
        int[] inferred = sizes.ToArray();
        int unknown = sizes.IndexOf(-1);
        if (unknown >= 0)
        {
            long others = 1;
            for (int i = 0; i < sizes.Length; i++) others *= i == unknown ? 1 : sizes[i];
            if (sizes.Count(-1) > 1 || others <= 0 || Length % others != 0)
                throw new ShapeException(
                    $"reshape: {Node.Description} of shape {Shape} has {Length} elements, "
                    + $"from which the −1 in {Shape.Text(sizes)} cannot be inferred. "
                    + "Use one −1 at most, with other sizes that divide the number of elements.");
            inferred[unknown] = (int)(Length / others);
        }

        return new(Build.Reshape(Node, inferred));
    }

    /// <summary>The same elements, in the same row-major order, under another shape.</summary>
    /// <exception cref="ShapeException">The number of elements differs.</exception>
    public Tensor Reshape(Shape shape) => new(Build.Reshape(Node, shape));

    /// <summary>One vector of all elements, or, from an axis on, one axis of the rest.</summary>
    /// <param name="fromAxis">The first axis to be joined; 1 keeps a batch apart.</param>
    public Tensor Flatten(int fromAxis = 0)
    {
        int axis = Rank == 0 ? 0 : AxisOf(fromAxis, "flatten");
        int rest = 1;
        foreach (int size in Shape.Sizes[axis..]) rest *= size;
        return Reshape(Shape.Create([.. Shape.Sizes[..axis], rest]));
    }

    /// <summary>The axes in another order: axis i of the result is axis order[i] of this tensor.</summary>
    /// <param name="order">Every axis once; all axes reversed if none are given.</param>
    /// <exception cref="ShapeException">An axis is missing, unknown or named twice.</exception>
    public Tensor Transpose(params ReadOnlySpan<int> order)
    {
        var axes = new int[Rank];
        if (order.Length == 0)
        {
            for (int i = 0; i < Rank; i++) axes[i] = Rank - 1 - i;
        }
        else
        {
            // Sorting finds axes that are unknown or named twice.
            Shape.Axes(order, "transpose", Node.Description);
            if (order.Length != Rank)
                throw new ShapeException(
                    $"transpose: {Node.Description} of shape {Shape} has {Rank} axes, "
                    + $"but the order {Shape.Text(order)} names {order.Length}. Name each axis once.");
            for (int i = 0; i < Rank; i++) axes[i] = AxisOf(order[i], "transpose");
        }

        return new(Build.Permute(Node, axes));
    }

    /// <summary>Repeats the tensor along missing axes and axes of size 1 until it has the given shape.</summary>
    /// <exception cref="ShapeException">A size is neither equal nor 1.</exception>
    public Tensor BroadcastTo(Shape shape) => new(Build.Broadcast(Node, shape));

    /// <summary>Takes axes of size 1 away.</summary>
    /// <param name="axes">Which ones; all axes of size 1 by default.</param>
    /// <exception cref="ShapeException">An axis has another size.</exception>
    public Tensor Squeeze(Axes? axes = null)
    {
        int[] gone = axes is { } named
            ? named.Of(Node, "squeeze")
            : [.. Enumerable.Range(0, Rank).Where(axis => Shape[axis] == 1)];
        foreach (int axis in gone)
        {
            if (Shape[axis] != 1)
                throw new ShapeException(
                    $"squeeze: axis {axis} of {Node.Description} of shape {Shape} has size {Shape[axis]}, "
                    + "but only axes of size 1 can go. Reduce or index it instead.");
        }

        return new(Build.Reshape(Node, Shape.Without(gone)));
    }

    /// <summary>Puts in a new axis of size 1.</summary>
    /// <param name="axis">Its position in the result, from 0 to Rank; −1 is behind the last axis.</param>
    /// <exception cref="ShapeException">There is no such position.</exception>
    public Tensor Unsqueeze(int axis)
    {
        int position = NewAxis(axis, "unsqueeze");
        return new(Build.Reshape(Node, Shape.Create([.. Shape.Sizes[..position], 1, .. Shape.Sizes[position..]])));
    }

    /// <summary>The elements in reverse order along the axes.</summary>
    /// <param name="axes">All axes by default.</param>
    public Tensor Flip(Axes axes = default)
    {
        var flags = new int[Rank];
        foreach (int axis in axes.Of(Node, "flip")) flags[axis] = 1;
        return new(Build.Flip(Node, flags));
    }

    /// <summary>Puts a value before and after the elements along each axis.</summary>
    /// <param name="widths">For each axis, how many before and after; none negative.</param>
    /// <param name="value">What is put in.</param>
    /// <exception cref="ShapeException">
    /// The number of pairs is not the number of axes, or a width is negative.
    /// </exception>
    public Tensor Pad(ReadOnlySpan<(int Before, int After)> widths, double value = 0)
    {
        if (widths.Length != Rank)
            throw new ShapeException(
                $"pad: {Node.Description} of shape {Shape} has {Rank} axes, "
                + $"but the number of widths is {widths.Length}. Give one (before, after) for each axis.");
        int[] low = new int[Rank], high = new int[Rank];
        for (int axis = 0; axis < Rank; axis++)
        {
            (low[axis], high[axis]) = widths[axis];
            if (low[axis] < 0 || high[axis] < 0)
                throw new ShapeException(
                    $"pad: the widths must not be negative, but those of axis {axis} of {Node.Description} are "
                    + $"{Shape.Minus(low[axis])} and {Shape.Minus(high[axis])}. Use a slice to take elements away.");
        }

        return new(Build.Pad(Node, low, high, new int[Rank], value));
    }

    /// <summary>Joins tensors end to end along an axis.</summary>
    /// <param name="parts">At least one; their other sizes and dtypes agree.</param>
    /// <param name="axis">−1 is the last one.</param>
    /// <exception cref="ShapeException">There are no tensors, no such axis, or the other sizes differ.</exception>
    public static Tensor Concat(ReadOnlySpan<Tensor> parts, int axis = 0)
    {
        if (parts.Length == 0) throw new ShapeException("concat: there is nothing to join. Give at least one tensor.");
        return new(Build.Concat(Nodes(parts, nameof(parts)), parts[0].AxisOf(axis, "concat")));
    }

    /// <summary>Joins tensors of one shape along a new axis.</summary>
    /// <param name="parts">At least one; their shapes and dtypes agree.</param>
    /// <param name="axis">The position of the new axis in the result.</param>
    /// <exception cref="ShapeException">There are no tensors, no such position, or the shapes differ.</exception>
    public static Tensor Stack(ReadOnlySpan<Tensor> parts, int axis = 0)
    {
        if (parts.Length == 0) throw new ShapeException("stack: there is nothing to join. Give at least one tensor.");
        foreach (Tensor part in parts) NotNull(part, nameof(parts));
        int position = parts[0].NewAxis(axis, "stack");
        var raised = new Tensor[parts.Length];
        for (int i = 0; i < raised.Length; i++)
        {
            if (parts[i].Shape != parts[0].Shape)
                throw new ShapeException(
                    $"stack: all shapes must agree, but {parts[0].Node.Description} is {parts[0].Shape} and "
                    + $"{parts[i].Node.Description} is {parts[i].Shape}. Reshape one first, or use Concat.");
            raised[i] = parts[i].Unsqueeze(position);
        }

        return Concat(raised, position);
    }

    /// <summary>
    /// All windows of the last axes, without copying: x […b, s₁…sₖ] gives […b, p₁…pₖ, w₁…wₖ]. A
    /// convolution is a dot over them.
    /// </summary>
    /// <param name="sizes">How many elements a window has along each of the last axes.</param>
    /// <param name="strides">The distance between windows; 1 by default.</param>
    /// <param name="dilations">The distance between a window's elements; 1 by default.</param>
    /// <exception cref="ShapeException">A window does not fit into its axis, or a number is not positive.</exception>
    public Tensor Windows(
        ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides = default, ReadOnlySpan<int> dilations = default) =>
        new(Build.Windows(
            Node,
            Positive("windows", sizes, sizes.Length),
            Positive("windows", strides, sizes.Length),
            Positive("windows", dilations, sizes.Length)));

    /// <summary>Adds windows back to where <see cref="Windows"/> took them from; overlaps are summed.</summary>
    /// <param name="sizes">The sizes of the last axes that the windows were taken from.</param>
    /// <param name="strides">The distance between windows; 1 by default.</param>
    /// <param name="dilations">The distance between a window's elements; 1 by default.</param>
    /// <exception cref="ShapeException">The windows do not fit into the sizes, or a number is not positive.</exception>
    public Tensor Fold(
        ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides = default, ReadOnlySpan<int> dilations = default) =>
        new(Build.Fold(
            Node,
            sizes.ToArray(),
            Positive("fold", strides, sizes.Length),
            Positive("fold", dilations, sizes.Length)));

    private int NewAxis(int axis, string op)
    {
        int position = axis < 0 ? axis + Rank + 1 : axis;
        if (position < 0 || position > Rank)
            throw new ShapeException(
                $"{op}: a new axis {Shape.Minus(axis)} does not fit {Node.Description} of shape {Shape}. "
                + $"Use 0 to {Rank}, or −{Rank + 1} to −1 counted from the end.");
        return position;
    }

    private int[] Positive(string op, ReadOnlySpan<int> numbers, int count)
    {
        int[] result = numbers.ToArray();
        if (numbers.Length == 0)
        {
            result = new int[count];
            Array.Fill(result, 1);
        }

        if (result.Length != count || result.Any(static number => number < 1) || count > Rank)
            throw new ShapeException(
                $"{op}: {Shape.Text(numbers)} does not fit {Node.Description} of shape {Shape}. "
                + "Give one positive number for each windowed axis.");
        return result;
    }

    private static Node[] Nodes(ReadOnlySpan<Tensor> tensors, string name)
    {
        var nodes = new Node[tensors.Length];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = NotNull(tensors[i], name).Node;
        return nodes;
    }
}
