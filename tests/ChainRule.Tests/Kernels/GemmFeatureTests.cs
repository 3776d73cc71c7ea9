using System.Numerics;
using ChainRule.Kernels;
using CsCheck;

namespace ChainRule.Tests.Kernels;

/// <summary>Scaling, accumulating and epilogues of the matrix product, and each width of its kernels.</summary>
public sealed class GemmFeatureTests
{
    private static readonly (int M, int N, int K)[] Shapes =
    [
        (1, 1, 1), (2, 2, 2), (1, 37, 70), (37, 1, 70), (13, 45, 70), (14, 32, 5), (15, 33, 9), (3, 7, 500),
        (29, 5, 40),
        (150, 10, 20), (30, 100, 800), (200, 70, 33), (5, 1030, 3), (3, 8193, 2), (16, 16, 32), (100, 50, 129),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Every_width_agrees_with_plain_loops(int width)
    {
        foreach ((int m, int n, int k) in Shapes)
        {
            foreach (MatrixLayout layout in Enum.GetValues<MatrixLayout>())
            {
                bool accumulate = (m + n) % 2 == 0;
                var problem = new GemmProblem(m, n, k, layout, MatrixLayout.Rows, 2, accumulate, 3);
                // The bounds are those of GemmTests.
                Assert.True(problem.Check<float>(float.BitIncrement(1) - 1, width), $"{problem}");
                problem = problem with { A = MatrixLayout.Rows, B = layout };
                Assert.True(problem.Check<double>(2 * (double.BitIncrement(1) - 1), width), $"{problem}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Alpha_scales_whole_numbers_without_error(bool accumulate)
    {
        foreach ((int m, int n, int k) in Shapes)
        {
            Scaled<float>(m, n, k, accumulate);
            Scaled<double>(m, n, k, accumulate);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public unsafe void The_epilogue_sees_every_finished_element_once(int threads)
    {
        foreach ((int m, int n, int k) in Shapes.Append((700, 90, 401)).Append((3, 5, 0)))
        {
            float[] a = new float[m * k], b = new float[k * n], c = new float[m * (n + 1)];
            Array.Fill(a, 1f);
            Array.Fill(b, 1f);
            fixed (float* left = a, right = b, target = c)
            {
                var epilogue = new AddPosition(target);
                Gemm.Multiply(
                    m, n, k, left, new(k, 1), right, new(n, 1), target, n + 1, 1f, false, threads, ref epilogue);
            }

            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j <= n; j++)
                    Assert.Equal(j == n ? 0 : k + 1000 * i + j, c[i * (n + 1) + j]);
            }
        }
    }

    [Fact]
    public void Products_on_several_threads_allocate_nothing_after_the_first()
    {
        var problem = new GemmProblem(300, 200, 500, MatrixLayout.Rows, MatrixLayout.Columns, 0, false, 1);
        (float[] a, float[] b, float[] c) = problem.Operands<float>();
        Gemm.Multiply<float>(300, 200, 500, a, 500, 1, b, 1, 500, c, 200, false, 2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Gemm.Multiply<float>(300, 200, 500, a, 500, 1, b, 1, 500, c, 200, false, 2);
        // The caller may have packed parts that a helper packed before, but no more than once.
        Gemm.Multiply<float>(300, 200, 500, a, 500, 1, b, 1, 500, c, 200, false, 1);
        before = GC.GetAllocatedBytesForCurrentThread();
        Gemm.Multiply<float>(300, 200, 500, a, 500, 1, b, 1, 500, c, 200, false, 2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Borders_of_parts_change_no_bit() =>
        Gen.Select(Gen.Int[2, 200], Gen.Int[2, 200], Gen.Int[100, 500], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[2, 9])
            .Sample((m, n, k, a, b, threads) =>
            {
                var problem = new GemmProblem(m, n, k, (MatrixLayout)a, (MatrixLayout)b, 0, true, 7);
                return problem.Multiply<float>(1).AsSpan().SequenceEqual(problem.Multiply<float>(threads));
            }, iter: 100);

    // No sum or product of small whole numbers is rounded, so every order gives the same.
    private static unsafe void Scaled<T>(int m, int n, int k, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] Numbers(int length, int seed) =>
            [.. Enumerable.Range(0, length).Select(i => T.CreateChecked((i * seed + i / 7) % 9 - 4))];
        T[] a = Numbers(m * k, 5), b = Numbers(k * n, 7), c = Numbers(m * n, 11), before = [.. c];
        T alpha = T.CreateChecked(-1.5);
        fixed (T* left = a, right = b, target = c)
            Gemm.Multiply(m, n, k, left, new(1, m), right, new(n, 1), target, n, alpha, accumulate, 1);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T sum = T.Zero;
                for (int p = 0; p < k; p++)
                    sum += a[i + p * m] * b[p * n + j];
                Assert.Equal(alpha * sum + (accumulate ? before[i * n + j] : T.Zero), c[i * n + j]);
            }
        }
    }

    private readonly unsafe struct AddPosition(float* origin) : IGemmEpilogue<float>
    {
        public void Rows(int firstRow, int rows, int firstColumn, int columns, float* c, nint cRowStride)
        {
            if (c != origin + firstRow * cRowStride + firstColumn)
                throw new InvalidOperationException("The block is not where it is said to be.");
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    c[i * cRowStride + j] += 1000 * (firstRow + i) + firstColumn + j;
            }
        }
    }
}
