using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// An op that makes one element of all elements along some axes; those axes are gone from the result.
/// </summary>
/// <param name="Axes">The axes, sorted.</param>
internal abstract record Reduction(IntList Axes) : Op
{
    public override string Attributes => $"axes {Axes}";

    /// <summary>The result, or its adjoint, repeated along the reduced axes.</summary>
    protected Node Expand(Node reduced, Shape shape) =>
        Build.Broadcast(Build.Reshape(reduced, shape.Without(Axes.Span, keep: true)), shape);

    /// <summary>
    /// Where the elements of one result lie, relative to its first one; and where that is for each result.
    /// </summary>
    internal (int[] Starts, int[] Members) Layout(Shape shape)
    {
        int[] strides = shape.RowMajorStrides();
        List<int> keptSizes = [], keptStrides = [], sizes = [], memberStrides = [];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            bool reduced = Axes.Span.Contains(axis);
            (reduced ? sizes : keptSizes).Add(shape[axis]);
            (reduced ? memberStrides : keptStrides).Add(strides[axis]);
        }

        return (Strided.Offsets([.. keptSizes], [.. keptStrides]), Strided.Offsets([.. sizes], [.. memberStrides]));
    }
}
