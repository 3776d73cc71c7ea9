using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// A matrix somewhere in pinned memory. A plain one has element (i, j) at <c>Origin + i·RowStride + j·ColumnStride</c>:
/// a transpose swaps the strides; a stride of 0 repeats a row or a column. One whose rows or columns come in runs, such
/// as the windows of a picture, is read by packing only.
/// </summary>
internal readonly unsafe struct MatrixView<T>
    where T : unmanaged
{
    public readonly T* Origin;
    public readonly nint RowStride;
    public readonly nint ColumnStride;

    // Of an axis in runs, the origin is where its element 0 is, and the view begins at another one.
    private readonly Runs _rows, _columns;
    private readonly int _firstRow, _firstColumn;

    /// <summary>A plain matrix.</summary>
    public MatrixView(T* origin, nint rowStride, nint columnStride)
    {
        Origin = origin;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    /// <summary>A matrix that lies as the axes say.</summary>
    public MatrixView(T* origin, in MatrixAxes axes)
        : this(origin, axes.RowStride, axes.ColumnStride) =>
        (_rows, _columns) = (axes.Rows, axes.Columns);

    private MatrixView(T* origin, in MatrixView<T> whole, int firstRow, int firstColumn)
        : this(origin, whole.RowStride, whole.ColumnStride) =>
        (_rows, _columns, _firstRow, _firstColumn) = (whole._rows, whole._columns, firstRow, firstColumn);

    private MatrixView(in MatrixView<T> other)
        : this(other.Origin, other.ColumnStride, other.RowStride) =>
        (_rows, _columns, _firstRow, _firstColumn) =
            (other._columns, other._rows, other._firstColumn, other._firstRow);

    /// <summary>Whether two strides tell all.</summary>
    public bool IsPlain => !_rows.AreSeveral && !_columns.AreSeveral;

    /// <summary>The same matrix with rows and columns exchanged.</summary>
    public MatrixView<T> Transposed => new(this);

    /// <summary>The address of element (row, column).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int row, int column) =>
        Origin + _rows.At(_firstRow + row, RowStride) + _columns.At(_firstColumn + column, ColumnStride);

    /// <summary>The part that begins at element (row, column).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatrixView<T> From(int row, int column) =>
        IsPlain ? new(At(row, column), RowStride, ColumnStride) : FromRuns(row, column);

    /// <summary>How many of <paramref name="count"/> rows from the given one on are a stride apart.</summary>
    public int RowsInRun(int row, int count) => _rows.Rest(_firstRow + row, count);

    /// <summary>How many of <paramref name="count"/> columns from the given one on are a stride apart.</summary>
    public int ColumnsInRun(int column, int count) => _columns.Rest(_firstColumn + column, count);

    private MatrixView<T> FromRuns(int row, int column)
    {
        T* origin = Origin;
        if (!_rows.AreSeveral) origin += row * RowStride;
        if (!_columns.AreSeveral) origin += column * ColumnStride;
        return new(
            origin, this, _rows.AreSeveral ? _firstRow + row : 0, _columns.AreSeveral ? _firstColumn + column : 0);
    }
}
