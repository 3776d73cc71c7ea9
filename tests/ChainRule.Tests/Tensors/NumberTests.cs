namespace ChainRule.Tests.Tensors;

public sealed class NumberTests
{
    // 2⁵³ + 1 is the first whole number that no double is.
    private const long Odd = (1L << 53) + 1;

    [Fact]
    public void A_long_loses_no_digit()
    {
        Tensor zero = Tensor.Scalar(0L), odd = Tensor.Scalar(Odd);
        foreach (Tensor same in new[]
        {
            zero + Odd, Odd + zero, Odd - zero, -(zero - Odd), (zero + 1) * Odd,
            zero.Maximum(Odd), Tensor.Maximum(Odd, zero),
            Tensor.Minimum(odd + 1, Odd), Tensor.Full([1], Odd, DType.Int64), odd.Clamp(Odd, long.MaxValue),
            Tensor.Select(zero > 0, zero, Odd), Tensor.Arange(Odd, Odd + 1),
        })
        {
            Assert.Equal(Odd, same.Item<long>());
        }

        Assert.Equal(long.MaxValue, Tensor.Full([1], long.MaxValue, DType.Int64).Item<long>());
        Assert.True(Tensor.Equal(odd, Odd).Item<bool>());
        Assert.False(Tensor.Equal(odd, Odd - 1).Item<bool>());
        Assert.True((odd > Odd - 1).Item<bool>());
        Assert.True((Odd - 1 < odd).Item<bool>());
    }

    [Fact]
    public void Every_kind_of_number_meets_every_dtype_that_holds_it()
    {
        Tensor single = Tensor.Scalar(1f), twice = Tensor.Scalar(1.0), n = Tensor.Scalar(1), wide = Tensor.Scalar(1L);
        Assert.All([single, twice, n, wide], static x =>
        {
            Assert.Equal([3, 3, 3, 3], new[] { x + (byte)2, x + 2, x + 2u, x + 2.0f }.Select(static sum => sum.Item()));
            Assert.Equal([1, 0], [(x < 3).Item(), (3 < x).Item()]);
        });
        Assert.Equal([2.5, 2.5], [(single + 1.5f).Item(), (1.5 + twice).Item()]);
        Assert.Equal(
            "add: 3000000000 is outside the range of int32, so it cannot meet `n` of int32. "
            + "Cast the tensor first, for instance with Cast(DType.Float64).",
            Assert.Throws<DTypeException>(() => n.Named("n") + 3_000_000_000).Message);
    }

    [Fact]
    public void A_whole_number_is_rounded_once_for_float32()
    {
        // Just above the middle of two floats; the double between would round it into the middle,
        // from where it goes down to the even one.
        const long Above = (1L << 60) + (1L << 36) + 1;
        Assert.Equal((1L << 60) + (1L << 37), (long)(Tensor.Scalar(0f) + Above).Item<float>());
    }

    [Fact]
    public void A_number_may_stand_on_the_left()
    {
        Tensor x = Tensor.From(1.0, 2, 3);
        Assert.Equal([false, false, true], (2 < x).ToArray<bool>());
        Assert.Equal([true, false, false], (2 > x).ToArray<bool>());
        Assert.Equal([false, true, true], (2.0 <= x).ToArray<bool>());
        Assert.Equal([true, true, false], (2.0 >= x).ToArray<bool>());
        Assert.Equal([false, true, false], Tensor.Equal(2, x).ToArray<bool>());
        Assert.Equal([true, false, true], Tensor.NotEqual(2, x).ToArray<bool>());
        Assert.Equal([2, 4, 8], Tensor.Pow(2.0, x).ToArray<double>());
        Assert.Equal([2, 2, 3], Tensor.Maximum(2, x).ToArray<double>());
        Assert.Equal([1, 2, 2], Tensor.Minimum(2, x).ToArray<double>());
        Assert.Equal(
            [Math.Atan2(2, 1), Math.Atan2(2, 2), Math.Atan2(2, 3)], Tensor.Atan2(2, x).ToArray<double>(), Close);
        Assert.Equal([Math.Atan2(1, 2), Math.Atan2(2, 2), Math.Atan2(3, 2)], x.Atan2(2).ToArray<double>(), Close);
        Assert.Equal(Tensor.Atan2(x, x + 1).ToArray<double>(), x.Atan2(x + 1).ToArray<double>());
    }

    // Two implementations of atan, each right to a few units in the last place of a number below 2.
    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-15;
}
