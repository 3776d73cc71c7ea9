namespace ChainRule.Tests.Ops.Structural;

/// <summary>Random tensors: moments, bounds, keys. All keys are fixed, so nothing here fails by chance.</summary>
public sealed class RandomNumbersTests
{
    private const int Count = 200_000;

    // The mean of n numbers of deviation σ strays by σ/√n; five of these are exceeded once in two million keys.
    private static readonly double Stray = 5 / Math.Sqrt(Count);

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Uniform_numbers_have_their_moments_and_bounds(DType dtype)
    {
        double[] x = Both.Direct(Tensor.RandomUniform(Count, 1, dtype: dtype));
        Assert.All(x, static number => Assert.InRange(number, 0, Math.BitDecrement(1.0)));
        // ∫xᵏ over [0, 1] is 1/(k + 1), and the deviation of xᵏ is below ½.
        for (int k = 1; k <= 4; k++)
            Assert.InRange(x.Average(number => Math.Pow(number, k)) - (1.0 / (k + 1)), -Stray, Stray);
        double[] scaled = Both.Direct(Tensor.RandomUniform(Count, 1, -3, 5, dtype));
        Assert.InRange(scaled.Min(), -3, -2.99);
        Assert.InRange(scaled.Max(), 4.99, 5);
    }

    [Theory]
    [InlineData(1000, 1001)]
    [InlineData(-1001, -1000)]
    [InlineData(16777215, 16777217)]
    public void The_end_of_the_interval_is_not_reached_by_rounding(double low, double high)
    {
        Tensor x = Tensor.RandomUniform(Count, 1, low, high);
        Assert.InRange(x.Max().Item(), low, Math.BitDecrement(high));
        Assert.InRange(x.Min().Item(), low, high);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Normal_numbers_have_their_moments_and_quantiles(DType dtype)
    {
        double[] x = Both.Direct(Tensor.RandomNormal(Count, 2, dtype: dtype));
        // The moments 0, 1, 0, 3 of the normal distribution; the deviation of xᵏ is the root of the 2k-th moment,
        // 1, 2, 15 and 96 less squares.
        double[] moments = [0, 1, 0, 3], deviations = [1, Math.Sqrt(2), Math.Sqrt(15), Math.Sqrt(96)];
        for (int k = 1; k <= 4; k++)
        {
            double stray = Stray * deviations[k - 1];
            Assert.InRange(x.Average(number => Math.Pow(number, k)) - moments[k - 1], -stray, stray);
        }

        // Φ(1.96) − Φ(−1.96)
        Assert.InRange(
            x.Count(static number => Math.Abs(number) < 1.959963984540054) / (double)Count, 0.95 - Stray, 0.95 + Stray);
        Assert.All(x, static number => Assert.True(double.IsFinite(number)));
        double[] scaled = Both.Direct(Tensor.RandomNormal(Count, 2, 10, 3, DType.Float64));
        Assert.InRange(scaled.Average(), 10 - (3 * Stray), 10 + (3 * Stray));
    }

    [Fact]
    public void The_same_key_gives_the_same_bits_whatever_the_evaluator()
    {
        Tensor x = Tensor.RandomNormal([7, 11], 3), y = Tensor.RandomNormal([7, 11], 3);
        Assert.Equal(Both.Direct(x), Both.Reference(y));
        Assert.Equal(Both.Direct(Tensor.RandomPermutation(77, 3)), Both.Reference(Tensor.RandomPermutation(77, 3)));
        Assert.Equal(
            Both.Direct(Tensor.RandomUniform(50, RandomKey.FromSeed(4).Split(5))),
            Both.Reference(Tensor.RandomUniform(50, RandomKey.FromSeed(4).Split(5))));
    }

    [Fact]
    public void Other_keys_and_splits_are_uncorrelated()
    {
        const int Shorter = 20_000;
        RandomKey key = 0;
        RandomKey[] keys =
        [
            key, 1, -1, 2, long.MaxValue, key.Split(0), key.Split(1), key.Split(-1),
            key.Split(0).Split(0), key.Split(0).Split(1), key.Split(1).Split(0),
        ];
        double[][] streams =
            [.. keys.Select(static k => Both.Direct(Tensor.RandomNormal(Shorter, k, dtype: DType.Float64)))];
        for (int i = 0; i < streams.Length; i++)
        {
            for (int j = 0; j < streams.Length; j++)
            {
                // Shifted by one, a stream is uncorrelated with itself too. Products of two independent normal numbers
                // have deviation 1.
                int shift = i >= j ? 1 : 0;
                double correlation =
                    streams[i].Skip(shift).Zip(streams[j]).Average(static pair => pair.First * pair.Second);
                Assert.InRange(correlation, -5 / Math.Sqrt(Shorter), 5 / Math.Sqrt(Shorter));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void A_permutation_has_every_number_once(int count)
    {
        Tensor order = Tensor.RandomPermutation(count, 7);
        Assert.Equal(Enumerable.Range(0, count), order.ToArray<int>().Order());
        Assert.Equal(DType.Int32, order.DType);
    }

    [Fact]
    public void All_permutations_are_equally_likely()
    {
        const int Keys = 24_000, Permutations = 24;
        var counts = new Dictionary<string, int>();
        for (int key = 0; key < Keys; key++)
        {
            string order = string.Join(' ', Tensor.RandomPermutation(4, key).ToArray<int>());
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(Permutations, counts.Count);
        double expected = (double)Keys / Permutations,
            chiSquare = counts.Values.Sum(count => (count - expected) * (count - expected) / expected);
        // The 0.9999 quantile of χ² with 23 degrees of freedom.
        Assert.InRange(chiSquare, 0, 58);
    }

    [Fact]
    public void Random_numbers_are_constants_of_a_derivative()
    {
        Tensor x = Tensor.From(1.0, 2.0), noise = Tensor.RandomNormal(2, 1, dtype: DType.Float64);
        Assert.Equal(noise.ToArray<double>(), Gradient.Of((x * noise).Sum(), x).ToArray<double>());
    }
}
