namespace ChainRule.Tests.Ops.Structural;

public sealed class CastTests
{
    [Fact]
    public void Floats_go_towards_zero_limited_to_the_range_and_NaN_to_zero()
    {
        Tensor x = Tensor.From(
            1.9, -1.9, 0.0, double.NaN, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity);
        Assert.Equal(
            [1, -1, 0, 0, int.MaxValue, int.MinValue, int.MaxValue, int.MinValue],
            x.Cast(DType.Int32).ToArray<int>());
        Assert.Equal(
            [1, -1, 0, 0, long.MaxValue, long.MinValue, long.MaxValue, long.MinValue],
            x.Cast(DType.Int64).ToArray<long>());
        Assert.Equal([true, true, false, true, true, true, true, true], x.Cast(DType.Bool).ToArray<bool>());
    }

    [Fact]
    public void Integers_wrap_and_bools_are_zero_and_one()
    {
        Assert.Equal([int.MinValue, -1, 1], Tensor.From(2147483648, -1, 4294967297).Cast(DType.Int32).ToArray<int>());
        Assert.Equal([0.0, 1.0], Tensor.From(false, true).Cast(DType.Float64).ToArray<double>());
        Assert.Equal([0L, 1L], Tensor.From(false, true).Cast(DType.Int64).ToArray<long>());
    }

    [Fact]
    public void Derivatives_are_cast_the_other_way()
    {
        Tensor x = Tensor.From(1.0, 2.0), y = x.Cast(DType.Float32), cotangent = Tensor.From(3f, 4f);
        Tensor adjoint = Gradient.Vjp(y, cotangent, [x])[0],
            tangent = Gradient.Jvp(y, [x], [cotangent.Cast(DType.Float64)]);
        Assert.Equal([3.0, 4.0], adjoint.ToArray<double>());
        Assert.Equal([3f, 4f], tangent.ToArray<float>());
        // No derivative passes through an integer.
        Assert.Throws<GradientException>(() => Gradient.Of(x.Cast(DType.Int32).Cast(DType.Float64).Sum(), x));
    }
}
