using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Kernels;

/// <summary>
/// The general matrix product of single- and double-precision numbers. The operands may be transposed or otherwise
/// strided. The same shapes and strides give the same bits whatever the number of threads.
/// </summary>
internal static unsafe class Gemm
{
    // Below this many multiply-adds, three plain loops are done before a tile has started.
    private const long PlainWork = 64;

    /// <summary>
    /// C = A·B, or C += A·B. A is [m, k], B is [k, n] and C is [m, n] with contiguous rows. Strides count elements
    /// and may be 0 for A and B, but not negative. C must not overlap A or B. NaN and ∞ propagate as in plain loops.
    /// </summary>
    /// <exception cref="ArgumentException">An operand ends before its last element.</exception>
    public static void Multiply<T>(
        int m,
        int n,
        int k,
        ReadOnlySpan<T> a,
        int aRowStride,
        int aColumnStride,
        ReadOnlySpan<T> b,
        int bRowStride,
        int bColumnStride,
        Span<T> c,
        int cRowStride,
        bool accumulate,
        int threads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (m == 0 || n == 0)
            return;
        Check(m, k, a.Length, aRowStride, aColumnStride, nameof(a));
        Check(k, n, b.Length, bRowStride, bColumnStride, nameof(b));
        Check(m, n, c.Length, cRowStride, 1, nameof(c));
        fixed (T* aOrigin = a, bOrigin = b, cOrigin = c)
        {
            var left = new MatrixView<T>(aOrigin, aRowStride, aColumnStride);
            var right = new MatrixView<T>(bOrigin, bRowStride, bColumnStride);
            var target = new MatrixView<T>(cOrigin, cRowStride, 1);
            if (k == 0)
                Clear(m, n, target, accumulate);
            else if ((long)m * n * k <= PlainWork)
                Plain(m, n, k, left, right, target, accumulate);
            else if (Vector512.IsHardwareAccelerated)
                Wide<Simd512<T>, Vector512<T>, Tile<Simd256<T>, Vector256<T>, T>, T>(
                    m, n, k, left, right, target, accumulate, threads);
            else if (Vector256.IsHardwareAccelerated)
                Wide<Simd256<T>, Vector256<T>, Tile<Simd128<T>, Vector128<T>, T>, T>(
                    m, n, k, left, right, target, accumulate, threads);
            else if (Vector128.IsHardwareAccelerated)
                Wide<Simd128<T>, Vector128<T>, Tile<Simd128<T>, Vector128<T>, T>, T>(
                    m, n, k, left, right, target, accumulate, threads);
            else
                Wide<SimdScalar<T>, T, Tile<SimdScalar<T>, T, T>, T>(m, n, k, left, right, target, accumulate, threads);
        }
    }

    // The kernels for one width of registers, on as many threads as the work is worth.
    private static void Wide<TSimd, TVector, THalf, T>(
        int m, int n, int k, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate, int threads)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where THalf : ITile<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmPartition partition = GemmPartition.For(m, n, k, threads);
        if (partition.Count == 1)
            Part<TSimd, TVector, THalf, T>(0, partition, m, n, k, a, b, c, accumulate);
        else
            Parallel<TSimd, TVector, THalf, T>(partition, m, n, k, a, b, c, accumulate);
    }

    // A method of its own, so that its closure is not allocated for the products that stay on one thread.
    private static void Parallel<TSimd, TVector, THalf, T>(
        GemmPartition partition,
        int m,
        int n,
        int k,
        MatrixView<T> a,
        MatrixView<T> b,
        MatrixView<T> c,
        bool accumulate)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where THalf : ITile<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = partition.Count };
        System.Threading.Tasks.Parallel.For(0, partition.Count, options, part =>
            Part<TSimd, TVector, THalf, T>(part, partition, m, n, k, a, b, c, accumulate));
    }

    private static void Part<TSimd, TVector, THalf, T>(
        int part,
        GemmPartition partition,
        int m,
        int n,
        int k,
        MatrixView<T> a,
        MatrixView<T> b,
        MatrixView<T> c,
        bool accumulate)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where THalf : ITile<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int row, int toRow) = partition.Rows(part, m);
        (int column, int toColumn) = partition.Columns(part, n);
        int rows = toRow - row, columns = toColumn - column;
        a = a.From(row, 0);
        b = b.From(0, column);
        c = c.From(row, column);
        // The shape of the whole product decides, not that of the part.
        if (n == 1)
        {
            MatrixVector<TSimd, TVector, T>.Multiply(
                rows, k, a, b.Origin, b.RowStride, c.Origin, c.RowStride, accumulate);
        }
        else if (m == 1)
        {
            MatrixVector<TSimd, TVector, T>.Multiply(
                columns, k, b.Transposed, a.Origin, a.ColumnStride, c.Origin, 1, accumulate);
        }
        else
        {
            BlockedGemm<Tile<TSimd, TVector, T>, THalf, T>.Multiply(rows, columns, k, a, b, c, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain<T>(
        int m, int n, int k, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T* x = a.At(i, 0), y = b.At(0, j), z = c.At(i, j);
                T sum = T.Zero;
                for (int remaining = k; remaining > 0; remaining--, x += a.ColumnStride, y += b.RowStride)
                    sum = T.MultiplyAddEstimate(*x, *y, sum);
                *z = accumulate ? *z + sum : sum;
            }
        }
    }

    private static void Clear<T>(int m, int n, MatrixView<T> c, bool accumulate)
        where T : unmanaged
    {
        for (int i = 0; i < m && !accumulate; i++)
            new Span<T>(c.At(i, 0), n).Clear();
    }

    private static void Check(int rows, int columns, int length, int rowStride, int columnStride, string name)
    {
        if (rows == 0 || columns == 0)
            return;
        long last = (rows - 1L) * rowStride + (columns - 1L) * columnStride;
        if (rowStride < 0 || columnStride < 0 || last >= length)
        {
            throw new ArgumentException(
                $"A matrix [{rows}, {columns}] with strides ({rowStride}, {columnStride}) does not fit "
                + $"{length} elements.",
                name);
        }
    }
}
