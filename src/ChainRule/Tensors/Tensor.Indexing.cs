using ChainRule.Ops;

namespace ChainRule;

public partial class Tensor
{
    /// <summary>
    /// A part of the tensor: <c>x[0]</c> the first row, <c>x[.., ^1]</c> the last column,
    /// <c>x[1..3, (..).By(-1)]</c> two rows reversed.
    /// </summary>
    /// <param name="slices">One for each axis from the front; further axes are taken whole.</param>
    /// <exception cref="ShapeException">There are more slices than axes, or a position does not exist.</exception>
    [System.Runtime.CompilerServices.IndexerName("Part")]
    public Tensor this[params ReadOnlySpan<AxisSlice> slices]
    {
        get
        {
            if (slices.Length > Rank)
                throw new ShapeException(
                    $"slice: {Node.Description} of shape {Shape} has {Rank} axes, but {slices.Length} were indexed. "
                    + "Leave the surplus out.");
            int[] starts = new int[Rank], steps = new int[Rank], counts = Shape.Sizes.ToArray();
            Array.Fill(steps, 1);
            var dropped = new List<int>();
            for (int axis = 0; axis < slices.Length; axis++)
            {
                (starts[axis], steps[axis], counts[axis]) = slices[axis].On(Shape[axis], axis, Node.Description, Shape);
                if (slices[axis].IsPosition) dropped.Add(axis);
            }

            Graphs.Node slice = Build.Slice(Node, starts, steps, counts);
            return new(Build.Reshape(slice, slice.Shape.Without(dropped.ToArray())));
        }
    }

    /// <summary>
    /// Slices at integer positions along an axis: rows of a table, for instance. Negative positions count from the end.
    /// </summary>
    /// <param name="indices">int32 or int64, of any shape, which replaces the axis in the result.</param>
    /// <param name="axis">−1 is the last one.</param>
    /// <exception cref="DTypeException">The indices are no integers.</exception>
    /// <exception cref="IndexOutOfRangeException">When it is computed: an index is outside the axis.</exception>
    public Tensor Gather(Tensor indices, int axis = 0) =>
        new(Build.Gather(Node, NotNull(indices).Node, AxisOf(axis, "gather")));

    /// <summary>
    /// This tensor with slices of updates added at integer positions along an axis; a position named twice gets both.
    /// </summary>
    /// <param name="indices">int32 or int64, of any shape.</param>
    /// <param name="updates">Shaped like this tensor, with the axis replaced by the shape of the indices.</param>
    /// <param name="axis">−1 is the last one.</param>
    /// <exception cref="DTypeException">The indices are no integers.</exception>
    /// <exception cref="ShapeException">The updates have another shape.</exception>
    /// <exception cref="IndexOutOfRangeException">When it is computed: an index is outside the axis.</exception>
    public Tensor ScatterAdd(Tensor indices, Tensor updates, int axis = 0) =>
        new(Build.ScatterAdd(Node, NotNull(indices).Node, NotNull(updates).Node, AxisOf(axis, "scatter_add")));

    /// <summary>
    /// Along a new last axis, 1 at the position that each index names and 0 elsewhere; all 0 for an index outside.
    /// </summary>
    /// <param name="indices">int32 or int64, of any shape.</param>
    /// <param name="depth">The size of the new axis.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <exception cref="DTypeException">The indices are no integers.</exception>
    public static Tensor OneHot(Tensor indices, int depth, DType dtype = DType.Float32)
    {
        if (!NotNull(indices).DType.IsInteger) throw Errors.NotInteger("one_hot", indices.Node);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        return Equal(indices.Unsqueeze(-1), Arange(depth, indices.DType)).Cast(dtype);
    }
}
