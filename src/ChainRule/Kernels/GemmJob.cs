using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>A product in parts, each of which one thread does wholly.</summary>
internal unsafe struct GemmJob<TSimd, TVector, T, TEpilogue>(
    Product<T> product, GemmPartition partition, TEpilogue epilogue) : IJob
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
    where TEpilogue : IGemmEpilogue<T>
{
    // Below this many multiply-adds, three plain loops are done before a tile has started.
    private const long PlainWork = 64;

    private TEpilogue _epilogue = epilogue;

    /// <inheritdoc/>
    public void Run(int chunk)
    {
        (int From, int To) rows = partition.Rows(chunk, product.M), columns = partition.Columns(chunk, product.N);
        Multiply(product.Part(rows, columns), product.M, product.N, rows.From, columns.From, ref _epilogue);
    }

    /// <summary>
    /// Does a part of an [m, n] product on this thread. The shape of the whole product decides how the sums are formed,
    /// not that of the part.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        in Product<T> part, int m, int n, int firstRow, int firstColumn, ref TEpilogue epilogue)
    {
        // Only packing reads what lies in runs.
        bool isPlain = part.A.IsPlain && part.B.IsPlain;
        if (!isPlain || (n > 1 && m > 1 && (long)m * n * part.K > PlainWork))
        {
            BlockedGemm<TSimd, TVector, T, TEpilogue>.Multiply(part, firstRow, firstColumn, ref epilogue);
            return;
        }

        if ((long)m * n * part.K <= PlainWork)
        {
            Plain(part);
        }
        else if (n == 1)
        {
            MatrixVector<TSimd, TVector, T>.Multiply(
                part.M, part.K, part.Alpha, part.A, part.B.Origin, part.B.RowStride, part.C.Origin, part.C.RowStride,
                part.Accumulate);
        }
        else
        {
            MatrixVector<TSimd, TVector, T>.Multiply(
                part.N, part.K, part.Alpha, part.B.Transposed, part.A.Origin, part.A.ColumnStride, part.C.Origin, 1,
                part.Accumulate);
        }

        epilogue.Rows(firstRow, part.M, firstColumn, part.N, part.C.Origin, part.C.RowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain(in Product<T> product)
    {
        bool accumulate = product.Accumulate;
        T alpha = product.Alpha;
        nint aColumn = product.A.ColumnStride, bRow = product.B.RowStride;
        for (int i = 0; i < product.M; i++)
        {
            for (int j = 0; j < product.N; j++)
            {
                T* a = product.A.At(i, 0), b = product.B.At(0, j), c = product.C.At(i, j);
                T sum = T.Zero;
                for (int k = product.K; k > 0; k--, a += aColumn, b += bRow)
                    sum = T.MultiplyAddEstimate(*a, *b, sum);
                *c = accumulate ? T.MultiplyAddEstimate(alpha, sum, *c) : alpha * sum;
            }
        }
    }
}
