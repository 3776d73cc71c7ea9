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
        int maximumDepth = product.Depth, depth, columns;
        bool narrow = n < TSimd.Count;
        MatrixView<T> b = product.B;
        bool packsB = narrow
            || !b.IsPlain
            || GemmBlocking.PacksColumns(m, TSimd.TileRows, b.RowStride * sizeof(T), b.ColumnStride);
        var strips = new LeftStrips<T>(product, TSimd.TileRows, width);
        TileArguments<T> tile = default;
        tile.Alpha = product.Alpha;
        tile.ARow = product.A.RowStride;
        tile.AColumn = product.A.ColumnStride;
        tile.CRow = product.C.RowStride;
        for (int from = 0; from < k; from += depth)
        {
            depth = Math.Min(maximumDepth, k - from);
            tile.Depth = depth;
            tile.Accumulate = product.Accumulate || from > 0;
            int blocks = GemmBlocking.ColumnBlocks(n);
            for (int column = 0; blocks > 0; blocks--, column += columns)
            {
                columns = GemmBlocking.Columns(n - column, blocks, width);
                MatrixView<T> right = b.From(from, column);
                nint registerStride = TSimd.Count;
                if (packsB)
                {
                    T* packed = PackingBuffer.Right<T>((columns + width) * maximumDepth);
                    ColumnPacking<TSimd, TVector, T>.Pack(depth, columns, right, packed);
                    registerStride *= depth;
                    right = new MatrixView<T>(packed, 0, 1);
                }

                tile.B = right.Origin;
                tile.BRow = right.RowStride;
                for (int strip = 0; strip < strips.Count; strip++)
                {
                    int row = strips.Row(strip), rows = strips.Height(strip);
                    tile.A = strips.Read(strip, from, depth, column == 0);
                    tile.C = product.C.At(row, column);
                    LinesAhead<T> ahead = strips.Ahead(strip, from, depth, column == 0);
                    if (narrow)
                        Narrow(rows, columns, strips.ArePacked, tile, ahead);
                    else
                        Strip(rows, columns, strips.ArePacked, packsB, registerStride, tile, ahead);
                    if (from + depth == k)
                        epilogue.Rows(firstRow + row, rows, firstColumn + column, columns, tile.C, tile.CRow);
                }
            }
        }
    }

    private static void Strip(
        int rows,
        int columns,
        bool packedA,
        bool packedB,
        nint registerStride,
        in TileArguments<T> tile,
        in LinesAhead<T> ahead)
    {
        if (packedA)
        {
            var strip = new Strip<TSimd, TVector, T, Constant.N1>(tile, columns, packedB, registerStride, ahead);
            Height.Run(rows, ref strip);
        }
        else
        {
            var strip = new Strip<TSimd, TVector, T, Constant.N0>(tile, columns, packedB, registerStride, ahead);
            Height.Run(rows, ref strip);
        }
    }

    // Fewer columns than a register has lanes: a register with some lanes idle still beats two narrower ones.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(
        int rows, int columns, bool packedA, TileArguments<T> tile, in LinesAhead<T> ahead)
    {
        byte* place = stackalloc byte[MaximumRows * MaximumVector];
        T* c = tile.C, target = (T*)place;
        nint cRow = tile.CRow;
        if (tile.Accumulate)
            Packing.Panel(rows, columns, c, 1, cRow, target, TSimd.Count);
        tile.C = target;
        tile.CRow = TSimd.Count;
        Strip(rows, TSimd.Count, packedA, true, 0, tile, ahead);
        Packing.Panel(rows, columns, target, 1, TSimd.Count, c, (int)cRow);
    }
}
