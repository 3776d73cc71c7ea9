using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>The product of a matrix, which is read once and so neither packed nor blocked, and a vector.</summary>
internal static unsafe class MatrixVector<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Registers = 4;

    /// <summary>y = alpha·A·x or y += alpha·A·x; A is [m, k].</summary>
    public static void Multiply(
        int m, int k, T alpha, MatrixView<T> a, T* x, nint xStride, T* y, nint yStride, bool accumulate)
    {
        if (a.ColumnStride == 1 && k >= TSimd.Count)
        {
            T* packed = x;
            if (xStride != 1)
            {
                packed = PackingBuffer.Left<T>(k);
                for (int i = 0; i < k; i++)
                    packed[i] = x[i * xStride];
            }

            for (int row = 0; row < m; row += Registers)
            {
                int rows = Math.Min(Registers, m - row);
                Dots(rows, k, alpha, a.From(row, 0), packed, y + row * yStride, yStride, accumulate);
            }

            return;
        }

        int done = 0;
        if (a.RowStride == 1 && yStride == 1)
        {
            for (; done + Registers * TSimd.Count <= m; done += Registers * TSimd.Count)
                Columns(k, alpha, a.From(done, 0), x, xStride, y + done, accumulate);
            for (; done + TSimd.Count <= m; done += TSimd.Count)
                Column(k, alpha, a.From(done, 0), x, xStride, y + done, accumulate);
        }

        for (; done < m; done++)
            Dot(k, alpha, a.From(done, 0), x, xStride, y + done * yStride, accumulate);
    }

    // Up to four rows of A at once. Every row is summed lane by lane, then over the lanes, then over the rest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dots(
        int rows, int k, T alpha, MatrixView<T> a, T* x, T* y, nint yStride, bool accumulate)
    {
        T* a0 = a.Origin;
        T* a1 = rows > 1 ? a.At(1, 0) : a0;
        T* a2 = rows > 2 ? a.At(2, 0) : a0;
        T* a3 = rows > 3 ? a.At(3, 0) : a0;
        TVector v0, v1, v2, v3;
        v0 = v1 = v2 = v3 = default;
        nint i = 0;
        for (; i <= k - TSimd.Count; i += TSimd.Count)
        {
            TVector v = TSimd.Load(x + i);
            v0 = TSimd.MultiplyAdd(TSimd.Load(a0 + i), v, v0);
            v1 = TSimd.MultiplyAdd(TSimd.Load(a1 + i), v, v1);
            v2 = TSimd.MultiplyAdd(TSimd.Load(a2 + i), v, v2);
            v3 = TSimd.MultiplyAdd(TSimd.Load(a3 + i), v, v3);
        }

        T s0 = TSimd.Sum(v0), s1 = TSimd.Sum(v1), s2 = TSimd.Sum(v2), s3 = TSimd.Sum(v3);
        for (; i < k; i++)
        {
            s0 = T.MultiplyAddEstimate(a0[i], x[i], s0);
            s1 = T.MultiplyAddEstimate(a1[i], x[i], s1);
            s2 = T.MultiplyAddEstimate(a2[i], x[i], s2);
            s3 = T.MultiplyAddEstimate(a3[i], x[i], s3);
        }

        Store(alpha, s0, y, accumulate);
        if (rows > 1)
            Store(alpha, s1, y + yStride, accumulate);
        if (rows > 2)
            Store(alpha, s2, y + 2 * yStride, accumulate);
        if (rows > 3)
            Store(alpha, s3, y + 3 * yStride, accumulate);
    }

    // Four registers of y at once, for a matrix whose columns are contiguous.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(int k, T alpha, MatrixView<T> a, T* x, nint xStride, T* y, bool accumulate)
    {
        T* column = a.Origin;
        TVector v0, v1, v2, v3;
        v0 = v1 = v2 = v3 = default;
        for (; k > 0; k--, column += a.ColumnStride, x += xStride)
        {
            TVector v = TSimd.Broadcast(*x);
            v0 = TSimd.MultiplyAdd(v, TSimd.Load(column), v0);
            v1 = TSimd.MultiplyAdd(v, TSimd.Load(column + TSimd.Count), v1);
            v2 = TSimd.MultiplyAdd(v, TSimd.Load(column + 2 * TSimd.Count), v2);
            v3 = TSimd.MultiplyAdd(v, TSimd.Load(column + 3 * TSimd.Count), v3);
        }

        Store(alpha, v0, y, accumulate);
        Store(alpha, v1, y + TSimd.Count, accumulate);
        Store(alpha, v2, y + 2 * TSimd.Count, accumulate);
        Store(alpha, v3, y + 3 * TSimd.Count, accumulate);
    }

    // The same sums in the same order, for one register of y.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Column(int k, T alpha, MatrixView<T> a, T* x, nint xStride, T* y, bool accumulate)
    {
        T* column = a.Origin;
        TVector sum = default;
        for (; k > 0; k--, column += a.ColumnStride, x += xStride)
            sum = TSimd.MultiplyAdd(TSimd.Broadcast(*x), TSimd.Load(column), sum);
        Store(alpha, sum, y, accumulate);
    }

    // The same sum in the same order, for one element of y.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dot(int k, T alpha, MatrixView<T> a, T* x, nint xStride, T* y, bool accumulate)
    {
        T* element = a.Origin;
        T sum = T.Zero;
        for (; k > 0; k--, element += a.ColumnStride, x += xStride)
            sum = T.MultiplyAddEstimate(*x, *element, sum);
        Store(alpha, sum, y, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T alpha, TVector sum, T* y, bool accumulate)
    {
        TVector factor = TSimd.Broadcast(alpha);
        TSimd.Store(accumulate ? TSimd.MultiplyAdd(factor, sum, TSimd.Load(y)) : TSimd.Multiply(factor, sum), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T alpha, T sum, T* y, bool accumulate) =>
        *y = accumulate ? T.MultiplyAddEstimate(alpha, sum, *y) : alpha * sum;
}
