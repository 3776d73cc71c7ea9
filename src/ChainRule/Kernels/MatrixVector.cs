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

        int done = 0, lanes = TSimd.Count;
        if (a.RowStride == 1 && yStride == 1 && m >= lanes)
        {
            // Four registers at a time. The first few may be taken more than once, the last one may overlap the one
            // before; as a group is read before it is written, that does no harm.
            int registers = (m + lanes - 1) / lanes, last = m - lanes;
            for (int group = (registers - 1) % Registers + 1; done < m; group = Registers)
            {
                int second = Math.Min(done + Math.Min(1, group - 1) * lanes, last);
                int third = Math.Min(done + Math.Min(2, group - 1) * lanes, last);
                int fourth = Math.Min(done + (group - 1) * lanes, last);
                Columns(
                    k, alpha, a.From(done, 0), x, xStride, y + done, second - done, third - done, fourth - done,
                    accumulate);
                done = fourth + lanes;
            }
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
    private static void Columns(
        int k,
        T alpha,
        MatrixView<T> a,
        T* x,
        nint xStride,
        T* y,
        nint second,
        nint third,
        nint fourth,
        bool accumulate)
    {
        T* column = a.Origin;
        TVector v0, v1, v2, v3;
        v0 = v1 = v2 = v3 = default;
        for (; k > 0; k--, column += a.ColumnStride, x += xStride)
        {
            TVector v = TSimd.Broadcast(*x);
            v0 = TSimd.MultiplyAdd(v, TSimd.Load(column), v0);
            v1 = TSimd.MultiplyAdd(v, TSimd.Load(column + second), v1);
            v2 = TSimd.MultiplyAdd(v, TSimd.Load(column + third), v2);
            v3 = TSimd.MultiplyAdd(v, TSimd.Load(column + fourth), v3);
        }

        v0 = Scaled(alpha, v0, y, accumulate);
        v1 = Scaled(alpha, v1, y + second, accumulate);
        v2 = Scaled(alpha, v2, y + third, accumulate);
        v3 = Scaled(alpha, v3, y + fourth, accumulate);
        TSimd.Store(v0, y);
        TSimd.Store(v1, y + second);
        TSimd.Store(v2, y + third);
        TSimd.Store(v3, y + fourth);
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
    private static TVector Scaled(T alpha, TVector sum, T* y, bool accumulate)
    {
        TVector factor = TSimd.Broadcast(alpha);
        return accumulate ? TSimd.MultiplyAdd(factor, sum, TSimd.Load(y)) : TSimd.Multiply(factor, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T alpha, T sum, T* y, bool accumulate) =>
        *y = accumulate ? T.MultiplyAddEstimate(alpha, sum, *y) : alpha * sum;
}
