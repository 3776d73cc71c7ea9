using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// A matrix somewhere in pinned memory: element (i, j) is at <c>Origin + i·RowStride + j·ColumnStride</c>.
/// A transpose swaps the strides; a stride of 0 repeats a row or a column.
/// </summary>
internal readonly unsafe struct MatrixView<T>(T* origin, nint rowStride, nint columnStride)
    where T : unmanaged
{
    public readonly T* Origin = origin;
    public readonly nint RowStride = rowStride;
    public readonly nint ColumnStride = columnStride;

    /// <summary>The same matrix with rows and columns exchanged.</summary>
    public MatrixView<T> Transposed => new(Origin, ColumnStride, RowStride);

    /// <summary>The address of element (row, column).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int row, int column) => Origin + row * RowStride + column * ColumnStride;

    /// <summary>The part that begins at element (row, column).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatrixView<T> From(int row, int column) => new(At(row, column), RowStride, ColumnStride);
}
