using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// Copies parts of the operands into the order in which a tile reads them. This is where transposed and otherwise
/// strided operands become contiguous.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>
    /// Copies <paramref name="columns"/> columns of B so that rows follow each other at a distance of
    /// <paramref name="width"/>; columns past the end become zeros.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns<T>(int depth, int columns, int width, MatrixView<T> b, T* target)
        where T : unmanaged
    {
        if (b.ColumnStride == 1)
        {
            T* source = b.Origin;
            for (int k = 0; k < depth; k++, source += b.RowStride, target += width)
            {
                new ReadOnlySpan<T>(source, columns).CopyTo(new Span<T>(target, columns));
                new Span<T>(target + columns, width - columns).Clear();
            }

            return;
        }

        int column = 0;
        for (; column + 4 <= columns; column += 4)
            FourColumns(depth, width, b.From(0, column), target + column);
        for (; column < columns; column++)
        {
            T* source = b.At(0, column);
            for (int k = 0; k < depth; k++, source += b.RowStride)
                target[(nint)k * width + column] = *source;
        }

        for (; column < width; column++)
        {
            for (int k = 0; k < depth; k++)
                target[(nint)k * width + column] = default;
        }
    }

    /// <summary>Copies <paramref name="rows"/> rows of A so that the elements of one column lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows<T>(int depth, int rows, MatrixView<T> a, T* target)
        where T : unmanaged
    {
        for (; rows >= ITile<T>.Rows; rows -= ITile<T>.Rows, a = a.From(ITile<T>.Rows, 0))
        {
            T* a0 = a.Origin;
            nint row = a.RowStride;
            for (int k = 0; k < depth; k++, a0 += a.ColumnStride, target += ITile<T>.Rows)
            {
                target[0] = a0[0];
                target[1] = a0[row];
                target[2] = a0[2 * row];
                target[3] = a0[3 * row];
                target[4] = a0[4 * row];
                target[5] = a0[5 * row];
            }
        }

        for (int row = 0; row < rows; row++)
        {
            T* source = a.At(row, 0);
            for (int k = 0; k < depth; k++, source += a.ColumnStride)
                target[(nint)k * ITile<T>.Rows + row] = *source;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns<T>(int depth, int width, MatrixView<T> b, T* target)
        where T : unmanaged
    {
        T* source = b.Origin;
        nint column = b.ColumnStride;
        for (int k = 0; k < depth; k++, source += b.RowStride, target += width)
        {
            target[0] = source[0];
            target[1] = source[column];
            target[2] = source[2 * column];
            target[3] = source[3 * column];
        }
    }
}
