namespace ChainRule.Autodiff;

/// <summary>Turns positions in row-major order into indices.</summary>
internal static class Indices
{
    /// <summary>The index along each axis of the element at a position.</summary>
    public static int[] Of(Shape shape, int position)
    {
        var index = new int[shape.Rank];
        if (shape.Length == 0) return index;
        for (int axis = shape.Rank - 1; axis >= 0; axis--) (position, index[axis]) = Math.DivRem(position, shape[axis]);
        return index;
    }
}
