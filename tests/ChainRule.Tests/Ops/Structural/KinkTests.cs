namespace ChainRule.Tests.Ops.Structural;

/// <summary>Derivatives where differences do not tell them: ties, zeros, infinities.</summary>
public sealed class KinkTests
{
    [Fact]
    public void Ties_of_a_maximum_share_its_derivative()
    {
        Tensor x = Tensor.From(new double[,] { { 1, 3, 3 }, { 2, 2, 2 }, { 5, 1, 0 } });
        Tensor y = x.Max(1), cotangent = Tensor.From(1.0, 6.0, 2.0);
        double[] expected = [0, 0.5, 0.5, 2, 2, 2, 2, 0, 0];
        Assert.Equal(expected, Gradient.Vjp(y, cotangent, [x])[0].ToArray<double>());
        Tensor direction = Tensor.From(new double[,] { { 9, 1, 0 }, { 1, 0, 0 }, { 1, 9, 9 } });
        Assert.Equal([0.5, 1.0 / 3, 1], Gradient.Jvp(y, [x], [direction]).ToArray<double>());
        Assert.Equal(expected.Select(static d => -d), Gradient.Vjp((-x).Min(1), cotangent, [x])[0].ToArray<double>());
    }

    // ∂²(Πx)/∂xᵢ∂xⱼ is the product of the others, also where some are 0.
    [Theory]
    [InlineData(0.0, 2.0, 3.0)]
    [InlineData(0.0, 0.0, 3.0)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(0.0, 2.0, 3.0, 4.0, 0.0)]
    [InlineData(5.0)]
    [InlineData]
    public void A_product_has_the_right_derivatives_at_zeros(params double[] elements)
    {
        Tensor x = Tensor.From<double>(elements);
        Tensor gradient = Gradient.Of(x.Product(), x, Independent.Zero);
        Assert.Equal(elements.Select((_, i) => Others(elements, i)), gradient.ToArray<double>());
        for (int i = 0; i < elements.Length; i++)
        {
            double[] row = Gradient.Of(gradient[i], x, Independent.Zero).ToArray<double>();
            Assert.Equal(elements.Select((_, j) => i == j ? 0 : Others(elements, i, j)), row);
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Softmaxes_of_huge_numbers_and_infinities_are_finite(DType dtype)
    {
        const double Minus = double.NegativeInfinity;
        Tensor x = Tensor
            .From(new[,] { { 1e4, 0, -1e4 }, { -1e4, -1e4, -1e4 }, { Minus, 0, 0 }, { 1e4, 1e4, Minus } })
            .Cast(dtype);
        double ln2 = Math.Log(2), ln3 = Math.Log(3);
        AssertNear([1e4, -1e4 + ln3, ln2, 1e4 + ln2], x.LogSumExp(), dtype);
        AssertNear([1, 0, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0, 0.5, 0.5, 0.5, 0.5, 0], x.Softmax(), dtype);
        AssertNear([0, -1e4, -2e4, -ln3, -ln3, -ln3, Minus, -ln2, -ln2, -ln2, -ln2, Minus], x.LogSoftmax(), dtype);
        // The gradient of log-sum-exp is the softmax.
        AssertNear(
            [1, 0, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0, 0.5, 0.5, 0.5, 0.5, 0], Gradient.Of(x.LogSumExp().Sum(), x), dtype);
    }

    [Fact]
    public void The_logarithm_of_no_probability_at_all_is_minus_infinity()
    {
        Tensor nothing = Tensor.Full([2, 3], double.NegativeInfinity, DType.Float64);
        Assert.Equal([double.NegativeInfinity, double.NegativeInfinity], nothing.LogSumExp().ToArray<double>());
        Assert.Equal(double.PositiveInfinity, Tensor.From(1, double.PositiveInfinity).LogSumExp().Item());
        // 0/0: there is no distribution.
        Assert.All(nothing.Softmax().ToArray<double>(), static p => Assert.Equal(double.NaN, p));
    }

    [Fact]
    public void NaN_wins_in_a_maximum_and_takes_the_derivative_with_it()
    {
        Tensor x = Tensor.From(1, double.NaN, 3);
        Assert.Equal(double.NaN, x.Max().Item());
        Assert.Equal(double.NaN, x.Min().Item());
        Assert.Equal(1, x.ArgMax().Item());
        Assert.Equal(1, x.ArgMin().Item());

        Tensor table = Tensor.From(new[,] { { 1, double.NaN, 3 }, { double.NaN, 2, double.NaN }, { 4, 4, 1 } });
        double[] expected = [0, 1, 0, 0.5, 0, 0.5, 0.5, 0.5, 0], tangent = [9, 2, 9, 4, 9, 6, 1, 3, 9];
        foreach (Tensor y in (Tensor[])[table.Max(1), (-table).Min(1) * -1])
        {
            Assert.Equal(expected, Gradient.Of(y.Sum(), table).ToArray<double>());
            Assert.Equal([2, 5, 2], Gradient.Jvp(y, [table], [Tensor.From(tangent).Reshape(3, 3)]).ToArray<double>());
        }
    }

    [Fact]
    public void NaN_in_a_maximum_of_two_shares_the_derivative_in_both_modes()
    {
        Tensor x = Tensor.From(double.NaN, 0, double.NaN), y = Tensor.From(0, double.NaN, double.NaN),
            one = Tensor.From<double>(1, 1, 1);
        foreach (Tensor z in (Tensor[])[Tensor.Maximum(x, y), Tensor.Minimum(x, y)])
        {
            Assert.Equal([0.5, 0.5, 0.5], Gradient.Of(z.Sum(), x).ToArray<double>());
            Assert.Equal([0.5, 0.5, 0.5], Gradient.Of(z.Sum(), y).ToArray<double>());
            Assert.Equal([0.5, 0.5, 0.5], Gradient.Jvp(z, [x], [one]).ToArray<double>());
        }
    }

    [Fact]
    public void Log_sum_exp_has_no_derivative_where_there_is_no_softmax()
    {
        const double Infinity = double.PositiveInfinity;
        Tensor x = Tensor.From(new[,] { { -Infinity, -Infinity }, { Infinity, 0 }, { -Infinity, 0 } });
        Assert.Equal(
            [double.NaN, double.NaN, double.NaN, 0, 0, 1], Gradient.Of(x.LogSumExp().Sum(), x).ToArray<double>());
    }

    private static double Others(double[] elements, params int[] without) =>
        elements.Where((_, k) => !without.Contains(k)).Aggregate(1.0, static (a, b) => a * b);

    private static void AssertNear(double[] expected, Tensor actual, DType dtype)
    {
        double[] elements = Both.Direct(actual);
        Assert.Equal(expected.Length, elements.Length);
        // Three roundings of numbers up to 10⁴: that of x − max, the functions and the sum.
        for (int i = 0; i < expected.Length; i++)
        {
            double bound = 4 * Elementwise.Distance.Epsilon(dtype) * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                expected[i] == elements[i] || Math.Abs(expected[i] - elements[i]) <= bound,
                FormattableString.Invariant($"{i}: {elements[i]:R}"));
        }
    }
}
