using ChainRule.Kernels;

namespace ChainRule.Tests.Kernels;

public sealed class PhiloxTests
{
    private const ulong Key = 0x0123_4567_89AB_CDEF;
    private const int Many = 1_000_000;

    // Random123's published known-answer tests (kat_vectors, philox4x32 with 10 rounds).
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(~0UL, ~0UL, ~0UL, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(
        0x85a308d3_243f6a88, 0x03707344_13198a2e, 0x299f31d0_a4093822,
        0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void The_published_answers_come_out(
        ulong counterLow, ulong counterHigh, ulong key, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox.Block(counterLow, counterHigh, key));

    [Fact]
    public void A_number_depends_on_its_index_and_not_on_the_chunk_it_is_filled_in()
    {
        Chunks<double>((target, offset) => Philox.FillUniform(target, Key, offset));
        Chunks<float>((target, offset) => Philox.FillUniform(target, Key, offset));
        Chunks<double>((target, offset) => Philox.FillNormal(target, Key, offset));
        Chunks<float>((target, offset) => Philox.FillNormal(target, Key, offset));
    }

    [Fact]
    public void Offsets_beyond_two_to_the_thirty_four_give_other_numbers()
    {
        float[] near = new float[4], far = new float[4];
        Philox.FillUniform(near, Key);
        Philox.FillUniform(far, Key, 1L << 40);
        Assert.NotEqual(near, far);
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_uniform_distribution()
    {
        double[] wide = new double[Many];
        Philox.FillUniform(wide, Key);
        Assert.All(wide, x => Assert.InRange(x, 0, Math.BitDecrement(1)));
        float[] narrow = new float[Many];
        Philox.FillUniform(narrow, Key);
        Assert.All(narrow, x => Assert.InRange(x, 0, MathF.BitDecrement(1)));
        foreach (double[] sample in new[] { wide, [.. narrow.Select(x => (double)x)] })
        {
            // Six standard errors: √(1/12/n) for the mean and √(1/180/n) for the mean squared deviation.
            Assert.Equal(0.5, sample.Average(), 6 * Math.Sqrt(1 / 12.0 / Many));
            Assert.Equal(1 / 12.0, sample.Average(x => (x - 0.5) * (x - 0.5)), 6 * Math.Sqrt(1 / 180.0 / Many));
        }
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        double[] sample = new double[Many];
        Philox.FillNormal(sample, Key);
        // Six standard errors; the variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
        Assert.Equal(0, sample.Average(), 6 * Math.Sqrt(1.0 / Many));
        Assert.Equal(1, sample.Average(x => x * x), 6 * Math.Sqrt(2.0 / Many));
        Assert.Equal(0, sample.Average(x => x * x * x), 6 * Math.Sqrt(15.0 / Many));
        Assert.Equal(3, sample.Average(x => x * x * x * x), 6 * Math.Sqrt(96.0 / Many));
        Assert.Equal(0, sample.Zip(sample.Skip(1), (x, y) => x * y).Average(), 6 * Math.Sqrt(1.0 / Many));
    }

    [Fact]
    public void Normal_floats_are_the_rounded_doubles()
    {
        double[] wide = new double[101];
        float[] narrow = new float[101];
        Philox.FillNormal(wide, Key, 3);
        Philox.FillNormal(narrow, Key, 3);
        Assert.Equal(wide.Select(x => (float)x), narrow);
    }

    [Fact]
    public void Children_of_a_key_differ_from_each_other_and_from_their_parent()
    {
        var keys = new HashSet<ulong> { Key };
        for (ulong i = 0; i < 1000; i++)
        {
            ulong child = Philox.Split(Key, i);
            Assert.True(keys.Add(child));
            Assert.True(keys.Add(Philox.Split(child, 0)));
        }
    }

    private static void Chunks<T>(Action<T[], long> fill)
    {
        const int Length = 67;
        T[] whole = new T[Length];
        fill(whole, 0);
        for (int from = 0; from < 9; from++)
        {
            for (int length = 0; length < 12; length++)
            {
                T[] part = new T[length];
                fill(part, from);
                Assert.Equal(whole[from..(from + length)], part);
            }
        }
    }
}
