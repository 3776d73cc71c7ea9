using System.Numerics;
using ChainRule.Kernels;

namespace ChainRule.Tests.Kernels;

/// <summary>A matrix product to be computed by the kernel and by three plain loops in double.</summary>
public sealed record GemmProblem(
    int M, int N, int K, MatrixLayout A, MatrixLayout B, int Gap, bool Accumulate, int Seed)
{
    private const double Untouched = 77;

    private int CRowStride => N + Gap;

    /// <summary>Random operands of the right sizes; the gaps between the rows of C hold a mark.</summary>
    public (T[] A, T[] B, T[] C) Operands<T>()
        where T : IFloatingPointIeee754<T>
    {
        var random = new Random(Seed);
        T Next() => T.CreateTruncating(random.NextDouble() * 2 - 1);
        T[] Filled(int length) => [.. Enumerable.Range(0, length).Select(_ => Next())];
        T[] c = Filled(M * CRowStride);
        for (int i = 0; i < c.Length; i++)
        {
            if (i % CRowStride >= N)
                c[i] = T.CreateTruncating(Untouched);
        }

        return (Filled(Length(A, M, K)), Filled(Length(B, K, N)), c);
    }

    /// <summary>C as the kernel computes it with registers of at most so many bits.</summary>
    public unsafe T[] Multiply<T>(int threads, int width = Gemm.AnyWidth)
        where T : unmanaged, IFloatingPointIeee754<T> => Run<T>((in product) =>
    {
        NoEpilogue<T> none = default;
        Gemm.Multiply(product, threads, width, ref none);
    });

    /// <summary>C as the kernel computes it where code is interpreted.</summary>
    public unsafe float[] MultiplyInterpreted() => Run<float>(InterpretedGemm.Multiply);

    private unsafe T[] Run<T>(Multiplication<T> multiply)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] a, T[] b, T[] c) = Operands<T>();
        (int aRow, int aColumn) = Strides(A, M, K);
        (int bRow, int bColumn) = Strides(B, K, N);
        fixed (T* left = a, right = b, target = c)
        {
            multiply(new Product<T>
            {
                M = M,
                N = N,
                K = K,
                Alpha = T.One,
                Accumulate = Accumulate,
                A = new MatrixView<T>(left, aRow, aColumn),
                B = new MatrixView<T>(right, bRow, bColumn),
                C = new MatrixView<T>(target, CRowStride, 1),
            });
        }

        return c;
    }

    /// <summary>Whether every element is within (k + 8)·roundoff·Σ|a·b| of plain loops in double.</summary>
    public bool Check<T>(double roundoff, int width = Gemm.AnyWidth)
        where T : unmanaged, IFloatingPointIeee754<T> => Check(roundoff, Multiply<T>(1, width));

    /// <summary>Whether every element of a result is within (k + 8)·roundoff·Σ|a·b| of plain loops in double.</summary>
    public bool Check<T>(double roundoff, T[] after)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] a, T[] b, T[] before) = Operands<T>();
        (int aRow, int aColumn) = Strides(A, M, K);
        (int bRow, int bColumn) = Strides(B, K, N);
        for (int i = 0; i < M; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double sum = Accumulate ? double.CreateTruncating(before[i * CRowStride + j]) : 0;
                double size = Math.Abs(sum);
                for (int p = 0; p < K; p++)
                {
                    double term = double.CreateTruncating(a[i * aRow + p * aColumn])
                        * double.CreateTruncating(b[p * bRow + j * bColumn]);
                    sum += term;
                    size += Math.Abs(term);
                }

                double error = Math.Abs(double.CreateTruncating(after[i * CRowStride + j]) - sum);
                if (!(error <= (K + 8) * roundoff * size))
                    return false;
            }

            for (int j = N; j < CRowStride; j++)
            {
                if (double.CreateTruncating(after[i * CRowStride + j]) != Untouched)
                    return false;
            }
        }

        return true;
    }

    private static (int Row, int Column) Strides(MatrixLayout layout, int rows, int columns) => layout switch
    {
        MatrixLayout.Rows => (columns, 1),
        MatrixLayout.Columns => (1, rows),
        MatrixLayout.EverySecondOfRows => (2 * columns, 2),
        _ => (3, 3 * rows),
    };

    private static int Length(MatrixLayout layout, int rows, int columns)
    {
        (int row, int column) = Strides(layout, rows, columns);
        return (rows - 1) * row + (columns - 1) * column + 1;
    }

    private delegate void Multiplication<T>(in Product<T> product)
        where T : unmanaged;
}
