using System.Diagnostics.CodeAnalysis;
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
    /// <summary>The widest registers there are, in bits.</summary>
    public const int AnyWidth = 512;

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
        fixed (T* left = a, right = b, target = c)
        {
            Multiply(
                m, n, k, left, new(aRowStride, aColumnStride), right, new(bRowStride, bColumnStride), target,
                cRowStride, T.One, accumulate, threads);
        }
    }

    /// <summary>
    /// C = alpha·A·B, or C += alpha·A·B, of matrices in pinned memory; nothing is checked. See the overload with an
    /// epilogue.
    /// </summary>
    public static void Multiply<T>(
        int m,
        int n,
        int k,
        T* a,
        in MatrixAxes aAxes,
        T* b,
        in MatrixAxes bAxes,
        T* c,
        nint cRow,
        T alpha,
        bool accumulate,
        int threads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NoEpilogue<T> none = default;
        Multiply(m, n, k, a, aAxes, b, bAxes, c, cRow, alpha, accumulate, threads, ref none);
    }

    /// <summary>
    /// C = alpha·A·B, or C += alpha·A·B, of matrices in pinned memory; nothing is checked. Element (i, j) of A is
    /// where <paramref name="aAxes"/> tells. The sum over each block in depth is formed first, then multiplied by
    /// alpha, and the product added to C in block order: a fused multiply-add where the processor has one. So alpha = 1
    /// rounds as if it were not there. With k = 0, C is cleared or left.
    /// </summary>
    /// <param name="m">Rows of A and C; may be 0.</param>
    /// <param name="n">Columns of B and C; may be 0.</param>
    /// <param name="k">Columns of A and rows of B; may be 0.</param>
    /// <param name="a">The first element of A, which must not overlap C.</param>
    /// <param name="aAxes">Where the rows and columns of A lie.</param>
    /// <param name="b">The first element of B, which must not overlap C.</param>
    /// <param name="bAxes">Where the rows and columns of B lie.</param>
    /// <param name="c">The first element of C, whose rows are contiguous.</param>
    /// <param name="cRow">From one row of C to the next.</param>
    /// <param name="alpha">The factor of all sums.</param>
    /// <param name="accumulate">Whether to add to C instead of replacing it.</param>
    /// <param name="threads">The most threads to use; decides no bit of the result.</param>
    /// <param name="epilogue">Called for finished blocks of rows. Threads share one copy of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T, TEpilogue>(
        int m,
        int n,
        int k,
        T* a,
        in MatrixAxes aAxes,
        T* b,
        in MatrixAxes bAxes,
        T* c,
        nint cRow,
        T alpha,
        bool accumulate,
        int threads,
        ref TEpilogue epilogue)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TEpilogue : IGemmEpilogue<T>
    {
        var product = new Product<T>
        {
            M = m,
            N = n,
            K = k,
            Accumulate = accumulate,
            Alpha = alpha,
            A = new MatrixView<T>(a, aAxes),
            B = new MatrixView<T>(b, bAxes),
            C = new MatrixView<T>(c, cRow, 1),
        };
        Multiply(product, threads, AnyWidth, ref epilogue);
    }

    /// <summary>
    /// The same with registers of at most <paramref name="maximumWidth"/> bits, if the processor has them; 0 for none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T, TEpilogue>(
        in Product<T> product, int threads, int maximumWidth, ref TEpilogue epilogue)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TEpilogue : IGemmEpilogue<T>
    {
        int m = product.M, n = product.N;
        if (m == 0 || n == 0)
            return;
        if (product.K == 0)
        {
            for (int i = 0; i < m && !product.Accumulate; i++)
                new Span<T>(product.C.At(i, 0), n).Clear();
            epilogue.Rows(0, m, 0, n, product.C.Origin, product.C.RowStride);
            return;
        }

        if (OperatingSystem.IsBrowser() && typeof(T) == typeof(float) && product.A.IsPlain && product.B.IsPlain)
        {
            InterpretedGemm.Multiply(Unsafe.As<Product<T>, Product<float>>(ref Unsafe.AsRef(in product)));
            epilogue.Rows(0, m, 0, n, product.C.Origin, product.C.RowStride);
            return;
        }

        // The narrowest registers that hold a row of C, if any do: more would only idle. A product with a vector needs
        // full registers.
        long bits = n == 1 ? AnyWidth : m == 1 ? n * (long)sizeof(T) * 8 : n * (long)sizeof(T) * 16 - 1;
        int width = (int)Math.Min(maximumWidth, bits);
        if (Vector512.IsHardwareAccelerated && width >= 512)
            Multiply<Simd512<T>, Vector512<T>, T, TEpilogue>(product, threads, ref epilogue);
        else if (Vector256.IsHardwareAccelerated && width >= 256)
            Multiply<Simd256<T>, Vector256<T>, T, TEpilogue>(product, threads, ref epilogue);
        else if (Vector128.IsHardwareAccelerated && width >= 128)
            Multiply<Simd128<T>, Vector128<T>, T, TEpilogue>(product, threads, ref epilogue);
        else
            Multiply<SimdScalar<T>, T, T, TEpilogue>(product, threads, ref epilogue);
    }

    // With registers of one width, on as many threads as the work is worth.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TSimd, TVector, T, TEpilogue>(
        in Product<T> product, int threads, ref TEpilogue epilogue)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
        where TEpilogue : IGemmEpilogue<T>
    {
        int m = product.M, n = product.N, k = product.K;
        Product<T> whole = product with { Depth = GemmBlocking.Depth(m, n, k, sizeof(T)) };
        if (threads > 1)
        {
            GemmPartition partition = GemmPartition.For(m, n, k, TSimd.Count, threads);
            if (partition.Count > 1 && GemmBlocking.IsDeep(m, n, k))
            {
                DeepGemm<TSimd, TVector, T>.Multiply(whole, threads);
                epilogue.Rows(0, m, 0, n, whole.C.Origin, whole.C.RowStride);
                return;
            }

            if (partition.Count > 1)
            {
                var job = new GemmJob<TSimd, TVector, T, TEpilogue>(whole, partition, epilogue);
                Workers.Run(job, partition.Count, threads);
                return;
            }
        }

        GemmJob<TSimd, TVector, T, TEpilogue>.Multiply(whole, m, n, 0, 0, ref epilogue);
    }

    private static void Check(int rows, int columns, int length, int rowStride, int columnStride, string name)
    {
        if (rows == 0 || columns == 0)
            return;
        long last = (rows - 1L) * rowStride + (columns - 1L) * columnStride;
        if (rowStride < 0 || columnStride < 0 || last >= length)
            Refuse(rows, columns, length, rowStride, columnStride, name);
    }

    [DoesNotReturn]
    private static void Refuse(int rows, int columns, int length, int rowStride, int columnStride, string name) =>
        throw new ArgumentException(
            $"A matrix [{rows}, {columns}] with strides ({rowStride}, {columnStride}) does not fit {length} elements.",
            name);
}
