namespace ChainRule.Tests.Tensors;

public sealed class OperatorTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    public void A_number_takes_the_dtype_of_the_tensor_it_meets(DType dtype)
    {
        Tensor x = Tensor.Arange(4, dtype);
        Assert.All([x + 2, 2 + x, x - 2, 2 - x, x * 2, 2 * x, -x], tensor => Assert.Equal(dtype, tensor.DType));
        Assert.Equal([2, 3, 4, 5], Values(x + 2));
        Assert.Equal([2, 3, 4, 5], Values(2 + x));
        Assert.Equal([-2, -1, 0, 1], Values(x - 2));
        Assert.Equal([2, 1, 0, -1], Values(2 - x));
        Assert.Equal([0, 2, 4, 6], Values(x * 2));
        Assert.Equal([0, 2, 4, 6], Values(2 * x));
        Assert.Equal([0, -1, -2, -3], Values(-x).Select(static value => value + 0.0));
    }

    [Fact]
    public void Floats_are_divided()
    {
        Tensor x = Tensor.From<double>(1, 2, 4);
        Assert.Equal([0.5, 1, 2], Values(x / 2));
        Assert.Equal([4, 2, 1], Values(4 / x));
        Assert.Equal([1, 1, 1], Values(x / x));
    }

    [Fact]
    public void A_broken_number_does_not_meet_integers()
    {
        Tensor n = Tensor.Arange(3);
        Assert.All<Action>(
            [
                () => _ = n + 0.5, () => _ = 0.5 - n, () => _ = n * 0.5, () => _ = n < 0.5,
                () => Tensor.Maximum(n, 0.5), () => Tensor.Equal(n, 0.5),
            ],
            static action => Assert.Throws<DTypeException>(action));
    }

    [Fact]
    public void Comparisons_give_bools_and_bools_connect()
    {
        Tensor x = Tensor.From<double>(1, 2, double.NaN), y = Tensor.From<double>(2, 2, 2);
        Assert.Equal([true, false, false], Bools(x < y));
        Assert.Equal([true, true, false], Bools(x <= 2));
        Assert.Equal([false, false, false], Bools(x > 2));
        Assert.Equal([false, true, false], Bools(x >= y));
        Assert.Equal([false, true, false], Bools(Tensor.Equal(x, 2)));
        Assert.Equal([true, false, true], Bools(Tensor.NotEqual(x, y)));
        Tensor p = Tensor.From<bool>(true, true, false, false), q = Tensor.From<bool>(true, false, true, false);
        Assert.Equal([true, false, false, false], Bools(p & q));
        Assert.Equal([true, true, true, false], Bools(p | q));
        Assert.Equal([false, true, true, false], Bools(p ^ q));
        Assert.Equal([false, false, true, true], Bools(!p));
    }

    [Fact]
    public void Axes_of_size_1_and_missing_ones_are_repeated()
    {
        Tensor column = Tensor.From<double>([10, 20], [2, 1]), row = Tensor.From<double>(1, 2, 3);
        Assert.Equal([11, 12, 13, 21, 22, 23], Values(column + row));
        Assert.Equal([2, 3], (column + row).Shape);
        Assert.Equal([4, 2, 3], (Tensor.Zeros([4, 1, 1], DType.Float64) + column + row).Shape);
        Assert.Equal([0, 3], (Tensor.Zeros([0, 1]) + Tensor.Ones([3])).Shape);
    }

    [Fact]
    public void Integers_wrap_around()
    {
        Assert.Equal(int.MinValue, (Tensor.Scalar(int.MaxValue) + 1).Item<int>());
        Assert.Equal(1, (Tensor.Scalar(long.MaxValue) * Tensor.Scalar(long.MaxValue)).Item<long>());
        // Known numbers are calculated when the graph is built, by the same rules.
        Assert.Equal(int.MinValue, (Tensor.Full([2], int.MaxValue, DType.Int32) + 1)[0].Item<int>());
    }

    [Fact]
    public void Simplifications_change_no_bit()
    {
        Tensor x = Tensor.From<double>(-0.0, double.NaN, double.NegativeInfinity, 5e-324);
        foreach (Tensor same in new[] { x * 1, 1 * x, x / 1, x - 0, -(-x) }) Assert.Equal(Bits(x), Bits(same));
        // −0 + 0 is 0, so x + 0 is not x.
        Assert.Equal(0, Bits(x + 0)[0]);
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.NaN), Bits(x * 0)[1]);

        static long[] Bits(Tensor tensor) => [.. tensor.ToArray<double>().Select(BitConverter.DoubleToInt64Bits)];
    }

    private static double[] Values(Tensor tensor) => tensor.Cast(DType.Float64).ToArray<double>();

    private static bool[] Bools(Tensor tensor) => tensor.ToArray<bool>();
}
