namespace ChainRule.Tests.Ops;

/// <summary>C# numbers that meet integer tensors.</summary>
public sealed class ConstantTests
{
    [Theory]
    [InlineData(0.5, DType.Int32)]
    [InlineData(double.NaN, DType.Int32)]
    [InlineData(2147483648.0, DType.Int32)]
    [InlineData(-2147483649.0, DType.Int32)]
    [InlineData(9223372036854775808.0, DType.Int64)]
    [InlineData(double.NegativeInfinity, DType.Int64)]
    public void What_an_integer_cannot_be_is_refused_when_the_graph_is_built(double value, DType dtype)
    {
        Assert.Throws<DTypeException>(() => Tensor.Full([2], value, dtype));
        Assert.Throws<DTypeException>(() => Tensor.Zeros([2], dtype) + value);
        Assert.Throws<DTypeException>(() => Tensor.Zeros([2], dtype).Pad([(1, 1)], value));
    }

    [Fact]
    public void The_largest_and_smallest_integers_stay_as_they_are()
    {
        Assert.Equal(int.MaxValue, Tensor.Full([1], int.MaxValue, DType.Int32).Item<int>());
        Assert.Equal(int.MinValue, Tensor.Full([1], int.MinValue, DType.Int32).Item<int>());
        Assert.Equal(long.MinValue, Tensor.Full([1], long.MinValue, DType.Int64).Item<long>());
        // The largest double below 2⁶³.
        Assert.Equal(9223372036854774784, Tensor.Full([1], 9223372036854774784, DType.Int64).Item<long>());
    }
}
