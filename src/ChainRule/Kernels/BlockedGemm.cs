using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// The product of two matrices on one thread, cut into blocks that fit the caches (Goto &amp; van de Geijn, "Anatomy of
/// High-Performance Matrix Multiplication", 2008). A block of B stays in the second-level cache while strips of A, as
/// high as a tile, go through the first-level cache one after the other. So a strip of C is finished over all columns
/// of the block, and an epilogue sees whole rows of up to 512 columns.
/// </summary>
internal static unsafe class BlockedGemm<TSimd, TVector, T, TEpilogue>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
    where TEpilogue : IGemmEpilogue<T>
{
    private const int MaximumRows = 14, MaximumVector = 64;

    /// <summary>
    /// Does the product, of which k is at least 1. It lies at (<paramref name="firstRow"/>,
    /// <paramref name="firstColumn"/>) of the matrix that the epilogue knows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in Product<T> product, int firstRow, int firstColumn, ref TEpilogue epilogue)
    {
        int width = 2 * TSimd.Count;
        int m = product.M, n = product.N, k = product.K;
        int maximumDepth = product.Depth, blocks = GemmBlocking.ColumnBlocks(n), columns;
        int strips = (m + TSimd.TileRows - 1) / TSimd.TileRows;
        bool narrow = n < TSimd.Count;
        MatrixView<T> a = product.A, b = product.B;
        bool packsB = narrow
            || !b.IsPlain
            || GemmBlocking.PacksColumns(m, TSimd.TileRows, b.RowStride * sizeof(T), b.ColumnStride);
        TileArguments<T> tile = default;
        tile.Alpha = product.Alpha;
        tile.CRow = product.C.RowStride;
        for (int column = 0; blocks > 0; blocks--, column += columns)
        {
            columns = GemmBlocking.Columns(n - column, blocks, width);
            bool packsA = !a.IsPlain
                || GemmBlocking.PacksRows(columns, width, a.RowStride * sizeof(T), a.ColumnStride);
            for (int from = 0; from < k; from += maximumDepth)
            {
                int depth = Math.Min(maximumDepth, k - from);
                MatrixView<T> right = b.From(from, column);
                tile.Depth = depth;
                tile.Accumulate = product.Accumulate || from > 0;
                nint registerStride = TSimd.Count;
                if (packsB)
                {
                    T* packed = PackingBuffer.Right<T>((columns + width) * maximumDepth);
                    ColumnPacking<TSimd, TVector, T>.Pack(depth, columns, right, packed);
                    registerStride *= depth;
                    right = new MatrixView<T>(packed, 0, 1);
                }

                for (int row = 0, left = strips; left > 0; left--)
                {
                    // Heights that differ by one at most are faster than full strips and a low one.
                    int rows = (m - row + left - 1) / left;
                    tile.A = a.At(row, from);
                    tile.ARow = a.RowStride;
                    tile.AColumn = a.ColumnStride;
                    tile.B = right.Origin;
                    tile.BRow = right.RowStride;
                    tile.C = product.C.At(row, column);
                    if (packsA)
                    {
                        T* packed = PackingBuffer.Left<T>(TSimd.TileRows * maximumDepth);
                        Packing.Panel(depth, rows, a.From(row, from), packed, rows);
                        tile.A = packed;
                    }

                    if (narrow)
                        Narrow(rows, columns, packsA, tile);
                    else
                        Strip(rows, columns, packsA, packsB, registerStride, tile);
                    if (from + depth == k)
                        epilogue.Rows(firstRow + row, rows, firstColumn + column, columns, tile.C, tile.CRow);
                    row += rows;
                }
            }
        }
    }

    private static void Strip(
        int rows, int columns, bool packedA, bool packedB, nint registerStride, in TileArguments<T> tile)
    {
        if (packedA)
        {
            var strip = new Strip<TSimd, TVector, T, Constant.N1>(tile, columns, packedB, registerStride);
            Height.Run(rows, ref strip);
        }
        else
        {
            var strip = new Strip<TSimd, TVector, T, Constant.N0>(tile, columns, packedB, registerStride);
            Height.Run(rows, ref strip);
        }
    }

    // Fewer columns than a register has lanes: a register with some lanes idle still beats two narrower ones.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(int rows, int columns, bool packedA, TileArguments<T> tile)
    {
        byte* place = stackalloc byte[MaximumRows * MaximumVector];
        T* c = tile.C, target = (T*)place;
        nint cRow = tile.CRow;
        if (tile.Accumulate)
            Packing.Panel(rows, columns, c, 1, cRow, target, TSimd.Count);
        tile.C = target;
        tile.CRow = TSimd.Count;
        Strip(rows, TSimd.Count, packedA, true, 0, tile);
        Packing.Panel(rows, columns, target, 1, TSimd.Count, c, (int)cRow);
    }
}
