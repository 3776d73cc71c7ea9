using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// A tile of 6 rows by 2 registers: 12 sums, 2 registers of B and 1 element of A fit the 16 registers of AVX2, and 12
/// independent sums hide the latency of the fused multiply-add everywhere.
/// Every element of C is the sum over k in ascending order, whatever the width and the place in the tile.
/// </summary>
internal readonly unsafe struct Tile<TSimd, TVector, T> : ITile<T>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TSimd.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        int depth, int rows, MatrixView<T> a, T* b, nint bRowStride, T* c, nint cRowStride, bool accumulate)
    {
        TVector c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = default;
        T* a0 = a.Origin;
        nint step = a.ColumnStride;
        nint row1 = rows > 1 ? a.RowStride : 0;
        nint row2 = rows > 2 ? a.RowStride * 2 : 0;
        nint row3 = rows > 3 ? a.RowStride * 3 : 0;
        nint row4 = rows > 4 ? a.RowStride * 4 : 0;
        nint row5 = rows > 5 ? a.RowStride * 5 : 0;
        for (; depth > 0; depth--)
        {
            TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Count);
            b += bRowStride;
            TVector x = TSimd.Broadcast(*a0);
            c00 = TSimd.MultiplyAdd(x, b0, c00);
            c01 = TSimd.MultiplyAdd(x, b1, c01);
            x = TSimd.Broadcast(a0[row1]);
            c10 = TSimd.MultiplyAdd(x, b0, c10);
            c11 = TSimd.MultiplyAdd(x, b1, c11);
            x = TSimd.Broadcast(a0[row2]);
            c20 = TSimd.MultiplyAdd(x, b0, c20);
            c21 = TSimd.MultiplyAdd(x, b1, c21);
            x = TSimd.Broadcast(a0[row3]);
            c30 = TSimd.MultiplyAdd(x, b0, c30);
            c31 = TSimd.MultiplyAdd(x, b1, c31);
            x = TSimd.Broadcast(a0[row4]);
            c40 = TSimd.MultiplyAdd(x, b0, c40);
            c41 = TSimd.MultiplyAdd(x, b1, c41);
            x = TSimd.Broadcast(a0[row5]);
            c50 = TSimd.MultiplyAdd(x, b0, c50);
            c51 = TSimd.MultiplyAdd(x, b1, c51);
            a0 += step;
        }

        StoreRow(c, c00, c01, accumulate);
        StoreRow(c += cRowStride, c10, c11, accumulate);
        StoreRow(c += cRowStride, c20, c21, accumulate);
        StoreRow(c += cRowStride, c30, c31, accumulate);
        StoreRow(c += cRowStride, c40, c41, accumulate);
        StoreRow(c + cRowStride, c50, c51, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(T* c, TVector left, TVector right, bool accumulate)
    {
        if (accumulate)
        {
            left = TSimd.Add(TSimd.Load(c), left);
            right = TSimd.Add(TSimd.Load(c + TSimd.Count), right);
        }

        TSimd.Store(left, c);
        TSimd.Store(right, c + TSimd.Count);
    }
}
