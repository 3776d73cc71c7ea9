using ChainRule.Kernels;
using CsCheck;

namespace ChainRule.Tests.Kernels;

public sealed class GemmTests
{
    private static readonly Gen<(int M, int N, int K)> Shapes = Gen.OneOf(
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 80], Gen.Int[1, 50]),
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 140], Gen.Int[1, 900]),
        Gen.Select(Gen.Int[180, 210], Gen.Int[1, 40], Gen.Int[1, 20]),
        Gen.Select(Gen.Const(1), Gen.Int[1, 300], Gen.Int[1, 300]),
        Gen.Select(Gen.Int[1, 300], Gen.Const(1), Gen.Int[1, 300]),
        Gen.Select(Gen.Int[1, 50], Gen.Int[500, 1100], Gen.Int[1, 30]),
        Gen.Select(Gen.Int[1, 40], Gen.Int[500, 600], Gen.Int[390, 850]));

    private static readonly Gen<GemmProblem> Problems =
        from shape in Shapes
        from a in Gen.Int[0, 3]
        from b in Gen.Int[0, 3]
        from gap in Gen.Int[0, 5]
        from accumulate in Gen.Bool
        from seed in Gen.Int
        select new GemmProblem(shape.M, shape.N, shape.K, (MatrixLayout)a, (MatrixLayout)b, gap, accumulate, seed);

    [Fact]
    public void Products_of_floats_agree_with_plain_loops_in_double() =>
        // The first-order bound for a sum of k rounded products, in any order, is k·u·Σ|a·b| (Higham 2002, §3.1),
        // with u = 2⁻²⁴, plus one rounding each for the sums of blocks and for accumulating.
        Problems.Sample(problem => problem.Check<float>(float.BitIncrement(1) - 1), iter: 400);

    [Fact]
    public void Products_where_code_is_interpreted_agree_too() => Problems.Sample(
        problem => problem.Check(float.BitIncrement(1) - 1, problem.MultiplyInterpreted()), iter: 400);

    [Fact]
    public void Products_of_doubles_agree_with_plain_loops() =>
        // Both sides round, so twice the bound above: u = 2⁻⁵³ on either side.
        Problems.Sample(problem => problem.Check<double>(2 * (double.BitIncrement(1) - 1)), iter: 400);

    [Theory]
    [InlineData(300, 200, 500)]
    [InlineData(301, 97, 391)]
    [InlineData(1, 5000, 700)]
    [InlineData(5000, 1, 700)]
    [InlineData(7, 4100, 300)]
    [InlineData(2000, 3, 999)]
    // Divided in depth: in three blocks or so, and in more than are summed beside the result at a time.
    [InlineData(40, 30, 1000)]
    [InlineData(10, 17, 30_000)]
    public void The_number_of_threads_does_not_change_a_bit(int m, int n, int k)
    {
        foreach (MatrixLayout layout in Enum.GetValues<MatrixLayout>())
        {
            var problem = new GemmProblem(m, n, k, layout, layout, 1, true, 5);
            float[] one = problem.Multiply<float>(1);
            Assert.Equal(one, problem.Multiply<float>(2));
            Assert.Equal(one, problem.Multiply<float>(7));
        }
    }

    [Fact]
    public void A_matrix_too_high_to_be_kept_packed_gives_the_same_bits()
    {
        // One thread packs some strips anew for the second block of columns; each of two keeps all of its half.
        var problem = new GemmProblem(2700, 520, 400, MatrixLayout.Columns, MatrixLayout.Rows, 1, true, 5);
        Assert.Equal(problem.Multiply<float>(2), problem.Multiply<float>(1));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, 0)]
    public void What_is_not_finite_reaches_its_row_and_no_other(double value, double other)
    {
        foreach ((int m, int n, int k) in new[] { (1, 1, 70), (1, 37, 70), (37, 1, 70), (13, 45, 70), (8, 33, 3) })
        {
            double[] a = new double[m * k], b = new double[k * n], c = new double[m * n];
            Array.Fill(a, 1.0);
            Array.Fill(b, other);
            int row = m / 2;
            a[row * k + k / 2] = value;
            Gemm.Multiply<double>(m, n, k, a, k, 1, b, n, 1, c, n, false, 1);
            double expected = value * other + (k - 1) * other;
            for (int i = 0; i < m * n; i++)
                Assert.Equal(i / n == row ? expected : k * other, c[i]);
        }
    }

    [Fact]
    public void A_depth_of_zero_clears_the_target_or_leaves_it_when_accumulating()
    {
        float[] c = [1, 2, 3, 4, 5, 6];
        Gemm.Multiply<float>(2, 2, 0, [], 0, 1, [], 2, 1, c, 3, true, 1);
        Assert.Equal([1, 2, 3, 4, 5, 6], c);
        Gemm.Multiply<float>(2, 2, 0, [], 0, 1, [], 2, 1, c, 3, false, 1);
        Assert.Equal([0, 0, 3, 0, 0, 6], c);
    }

    [Fact]
    public void An_empty_target_is_left_alone()
    {
        Gemm.Multiply<double>(0, 3, 2, [], 2, 1, new double[6], 3, 1, [], 3, false, 2);
        Gemm.Multiply<double>(3, 0, 2, new double[6], 2, 1, [], 0, 1, [], 0, false, 2);
    }

    [Fact]
    public void A_stride_of_zero_repeats_a_row_or_a_column()
    {
        float[] c = new float[4 * 5];
        Gemm.Multiply<float>(4, 5, 3, [1, 2, 3], 0, 1, [10, 20, 30], 1, 0, c, 5, false, 1);
        Assert.All(c, value => Assert.Equal(140, value));
    }

    [Fact]
    public void An_operand_that_is_too_short_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Gemm.Multiply<float>(2, 2, 3, new float[5], 3, 1, new float[6], 2, 1, new float[4], 2, false, 1));
        Assert.Equal("a", error.ParamName);
        Assert.Throws<ArgumentException>(
            () => Gemm.Multiply<float>(2, 2, 3, new float[6], 3, 1, new float[6], -1, 1, new float[4], 2, false, 1));
    }

    [Fact]
    public void Products_on_one_thread_allocate_nothing_after_the_first()
    {
        var problem = new GemmProblem(50, 60, 70, MatrixLayout.Rows, MatrixLayout.Columns, 0, false, 1);
        (float[] a, float[] b, float[] c) = problem.Operands<float>();
        Gemm.Multiply<float>(50, 60, 70, a, 70, 1, b, 1, 70, c, 60, false, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Gemm.Multiply<float>(50, 60, 70, a, 70, 1, b, 1, 70, c, 60, false, 1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
