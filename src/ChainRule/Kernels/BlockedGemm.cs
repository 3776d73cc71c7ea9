using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// The product of two matrices on one thread, cut into blocks that fit the caches (Goto &amp; van de Geijn, "Anatomy of
/// High-Performance Matrix Multiplication", 2008). A block of B stays in the second-level cache while strips of A, as
/// high as a tile, go through the first-level cache one after the other. So a strip of C is finished over all columns of
/// the block, and an epilogue sees whole rows unless they are very long.
/// </summary>
internal static unsafe class BlockedGemm<TSimd, TVector, T, TEpilogue>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
    where TEpilogue : IGemmEpilogue<T>
{
    /// <summary>
    /// Does the product, of which n is at least the lanes of a register and k at least 1. The block lies at
    /// (<paramref name="firstRow"/>, <paramref name="firstColumn"/>) of the matrix that the epilogue knows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in Product<T> product, int firstRow, int firstColumn, ref TEpilogue epilogue)
    {
        int width = 2 * TSimd.Count;
        int m = product.M, n = product.N, k = product.K;
        int maximumDepth = GemmBlocking.Depth(k, sizeof(T)), maximumColumns = GemmBlocking.Columns(n, width);
        int strips = (m + TSimd.TileRows - 1) / TSimd.TileRows;
        bool packsB = GemmBlocking.PacksColumns(m, TSimd.TileRows, product.B.ColumnStride);
        TileArguments<T> tile = default;
        tile.Alpha = product.Alpha;
        tile.CRow = product.C.RowStride;
        for (int column = 0; column < n; column += maximumColumns)
        {
            int columns = Math.Min(maximumColumns, n - column);
            bool packsA = GemmBlocking.PacksRows(columns, width);
            for (int from = 0; from < k; from += maximumDepth)
            {
                int depth = Math.Min(maximumDepth, k - from);
                MatrixView<T> right = product.B.From(from, column);
                tile.Depth = depth;
                tile.Accumulate = product.Accumulate || from > 0;
                nint registerStride = TSimd.Count;
                if (packsB)
                {
                    T* packed = PackingBuffer.Right<T>((columns + width) * maximumDepth);
                    PackColumns(depth, columns, right, packed);
                    registerStride *= depth;
                    right = new MatrixView<T>(packed, 0, 1);
                }

                for (int row = 0, left = strips; left > 0; left--)
                {
                    // Heights that differ by one at most are faster than full strips and a low one.
                    int rows = (m - row + left - 1) / left;
                    tile.A = product.A.At(row, from);
                    tile.ARow = product.A.RowStride;
                    tile.AColumn = product.A.ColumnStride;
                    tile.B = right.Origin;
                    tile.BRow = right.RowStride;
                    tile.C = product.C.At(row, column);
                    if (packsA)
                    {
                        T* packed = PackingBuffer.Left<T>(TSimd.TileRows * maximumDepth);
                        Packing.Panel(depth, rows, tile.A, tile.ARow, tile.AColumn, packed, rows);
                        tile.A = packed;
                    }

                    Strip<TSimd, TVector, T>.Multiply(rows, columns, packsA, packsB, registerStride, ref tile);
                    if (from + depth == k)
                        epilogue.Rows(firstRow + row, rows, firstColumn + column, columns, tile.C, tile.CRow);
                    row += rows;
                }
            }
        }
    }

    // Tile by tile; the two registers of a tile lie side by side.
    private static void PackColumns(int depth, int columns, MatrixView<T> b, T* packed)
    {
        int lanes = TSimd.Count, registers = (columns + lanes - 1) / lanes;
        for (int register = 0; register < registers; register++)
        {
            // The last register overlaps the one before instead of sticking out.
            T* source = b.At(0, Math.Min(register * lanes, columns - lanes));
            bool single = register == 0 && registers % 2 == 1;
            bool second = (registers - register) % 2 == 1 && !single;
            T* target = packed + (nint)register * lanes * depth;
            if (second)
                target -= (nint)lanes * (depth - 1);
            Packing.Panel(depth, lanes, source, b.ColumnStride, b.RowStride, target, single ? lanes : 2 * lanes);
        }
    }
}
