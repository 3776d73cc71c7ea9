using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// The product of two matrices on one thread, cut into blocks that fit the caches (Goto &amp; van de Geijn, "Anatomy of
/// High-Performance Matrix Multiplication", 2008).
/// </summary>
/// <typeparam name="TTile">The tile for most columns.</typeparam>
/// <typeparam name="THalf">A tile of half the width for a short rest of columns, or the same tile again.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
internal static unsafe class BlockedGemm<TTile, THalf, T>
    where TTile : ITile<T>
    where THalf : ITile<T>
    where T : unmanaged
{
    /// <summary>C = A·B or C += A·B; A is [m, k], B is [k, n], and k is at least 1.</summary>
    public static void Multiply(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        int maximum = GemmBlocking.Depth(k);
        for (int column = 0; column < n; column += GemmBlocking.Columns)
        {
            int columns = Math.Min(GemmBlocking.Columns, n - column);
            for (int from = 0; from < k; from += maximum)
            {
                int depth = Math.Min(maximum, k - from);
                MatrixView<T> left = a.From(0, from), right = b.From(from, column);
                Slab(m, columns, depth, left, right, c.From(0, column), accumulate || from > 0);
            }
        }
    }

    // A product whose right operand fits the last-level cache.
    private static void Slab(
        int m, int n, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        // Packing B pays when enough rows of A read it; a short rest of columns is packed (and padded) in any case.
        int full = n - n % TTile.Columns;
        int firstPacked = b.ColumnStride == 1 && m <= GemmBlocking.UnpackedRows ? full : 0;
        T* packedB = PackingBuffer.Right<T>((n - firstPacked + TTile.Columns) * depth);
        for (int column = firstPacked; column < n; column += TTile.Columns)
        {
            int columns = Math.Min(TTile.Columns, n - column);
            int width = columns <= THalf.Columns ? THalf.Columns : TTile.Columns;
            Packing.Columns(depth, columns, width, b.From(0, column), packedB + (nint)(column - firstPacked) * depth);
        }

        bool packsA = GemmBlocking.PacksRows(n, TTile.Columns, depth, a.ColumnStride);
        for (int row = 0; row < m; row += GemmBlocking.Rows)
        {
            int rows = Math.Min(GemmBlocking.Rows, m - row);
            MatrixView<T> left = a.From(row, 0);
            nint tileStride = ITile<T>.Rows * left.RowStride;
            if (packsA)
            {
                T* packedA = PackingBuffer.Left<T>((GemmBlocking.Rows + ITile<T>.Rows) * depth);
                Packing.Rows(depth, rows, left, packedA);
                left = new MatrixView<T>(packedA, 1, ITile<T>.Rows);
                tileStride = ITile<T>.Rows * (nint)depth;
            }

            for (int column = 0; column < n; column += TTile.Columns)
            {
                int columns = Math.Min(TTile.Columns, n - column);
                MatrixView<T> corner = c.From(row, column);
                T* lying = b.At(0, column), packed = packedB + (nint)(column - firstPacked) * depth;
                if (column < firstPacked)
                    Panel<TTile>(rows, columns, depth, left, tileStride, lying, b.RowStride, corner, accumulate);
                else if (columns <= THalf.Columns)
                    Panel<THalf>(rows, columns, depth, left, tileStride, packed, THalf.Columns, corner, accumulate);
                else
                    Panel<TTile>(rows, columns, depth, left, tileStride, packed, TTile.Columns, corner, accumulate);
            }
        }
    }

    // One column of tiles. What sticks out of C is computed into a tile of its own and left there.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel<TAny>(
        int m,
        int n,
        int depth,
        MatrixView<T> a,
        nint tileStride,
        T* b,
        nint bRowStride,
        MatrixView<T> c,
        bool accumulate)
        where TAny : ITile<T>
    {
        T* rest = stackalloc T[ITile<T>.Rows * TAny.Columns];
        T* left = a.Origin;
        for (int row = 0; row < m; row += ITile<T>.Rows, left += tileStride)
        {
            int rows = Math.Min(ITile<T>.Rows, m - row);
            var view = new MatrixView<T>(left, a.RowStride, a.ColumnStride);
            if (rows == ITile<T>.Rows && n == TAny.Columns)
            {
                TAny.Multiply(depth, rows, view, b, bRowStride, c.At(row, 0), c.RowStride, accumulate);
                continue;
            }

            var target = new MatrixView<T>(rest, TAny.Columns, 1);
            if (accumulate)
                Copy(rows, n, c.From(row, 0), target);
            TAny.Multiply(depth, rows, view, b, bRowStride, rest, TAny.Columns, accumulate);
            Copy(rows, n, target, c.From(row, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(int rows, int columns, MatrixView<T> source, MatrixView<T> target)
    {
        for (int row = 0; row < rows; row++)
            new ReadOnlySpan<T>(source.At(row, 0), columns).CopyTo(new Span<T>(target.At(row, 0), columns));
    }
}
