namespace ChainRule.Planning;

/// <summary>Which axes of folded windows are which of a product's, in the order of memory.</summary>
/// <param name="Batch">Those that tell the matrix.</param>
/// <param name="Outer">The outer ones of its rows, which are no positions.</param>
/// <param name="Positions">The inner ones of its rows, which are the positions.</param>
/// <param name="Columns">Its columns, the elements of the windows among them.</param>
internal sealed record ProductAxes(List<int> Batch, List<int> Outer, List<int> Positions, List<int> Columns)
{
    /// <summary>Finds them; null if the product's rows and columns are others.</summary>
    public static ProductAxes? Of(Value windows, Value product, int windowAxes)
    {
        if (windows.Shape.Length != product.Shape.Length) return null;
        if (!AffineMap.TryOf(windows, out AffineMap map)) return null;
        (int rank, int columns) = (windows.Shape.Rank, product.Shape[^1]);
        long matrix = (long)columns * product.Shape[^2];
        var axes = new ProductAxes([], [], [], []);
        int expected = 1;
        foreach (int axis in Enumerable.Range(0, rank).OrderBy(axis => map.Strides[axis]))
        {
            (int size, int stride) = (windows.Shape[axis], map.Strides[axis]);
            if (size != 1 && stride != expected) return null;
            expected *= size;
            bool isElement = axis >= rank - windowAxes, isPosition = !isElement && axis >= rank - (2 * windowAxes);
            bool isColumn = size == 1 ? isElement : stride < columns;
            bool isOfBatch = size > 1 && stride >= matrix;
            if ((isElement && !isColumn) || (isPosition && (isColumn || isOfBatch))) return null;
            if (isPosition && axes.Outer.Any(outer => windows.Shape[outer] != 1)) return null;
            (isColumn ? axes.Columns : isPosition ? axes.Positions : isOfBatch ? axes.Batch : axes.Outer)
                .Insert(0, axis);
        }

        return LengthOf(axes.Columns) == columns && LengthOf([.. axes.Outer, .. axes.Positions]) == product.Shape[^2]
            ? axes
            : null;

        int LengthOf(List<int> some) => some.Aggregate(1, (length, axis) => length * windows.Shape[axis]);
    }
}
