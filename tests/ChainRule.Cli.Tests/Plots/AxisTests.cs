namespace ChainRule.Cli.Tests;

public sealed class AxisTests
{
    [Fact]
    public void Ticks_are_round_numbers_around_the_values()
    {
        var axis = Axis.Around("loss", [0, 2.3, double.NaN, double.PositiveInfinity], 5);
        Assert.Equal(["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"], axis.Ticks.Select(axis.Label));
        Assert.Equal((0, 2.5), (axis.Low, axis.High));
    }

    [Fact]
    public void Parts_that_are_close_together_are_not_torn_apart()
    {
        var axis = Axis.OfParts("accuracy", [0.9755, 0.981], 5);
        Assert.Equal(["95%", "96%", "97%", "98%", "99%", "100%"], axis.Ticks.Select(axis.Label));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0.97, 1)]
    [InlineData(0, 0.01)]
    [InlineData(double.NaN, double.NaN)]
    public void Parts_are_never_beyond_the_whole(double low, double high)
    {
        var axis = Axis.OfParts("accuracy", [low, high], 5);
        Assert.True(
            axis.Low >= -1e-9 && axis.High <= 1 + 1e-9 && axis.Ticks.Count is > 1 and < 12,
            string.Join(' ', axis.Ticks));
    }

    [Fact]
    public void An_axis_between_two_numbers_ends_there_with_ticks_inside()
    {
        var axis = Axis.Between("epoch", 0, 16.67, 6);
        Assert.Equal([0, 5, 10, 15], axis.Ticks);
        Assert.Equal(16.67, axis.High);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    public void A_single_value_lies_inside_its_axis(double value)
    {
        var axis = Axis.Around("y", [value], 5);
        Assert.True(axis.High > axis.Low && axis.Ticks.Count is > 1 and < 12);
        if (double.IsFinite(value)) Assert.InRange(value, axis.Low, axis.High);
    }

    [Fact]
    public void Any_range_gets_few_ticks_that_cover_it() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.Double[-1e6, 1e6], CsCheck.Gen.Double[1e-3, 1e6]),
        (low, extent) =>
        {
            var axis = Axis.Around("y", [low, low + extent], 5);
            return axis.Low <= low + (extent * 1e-6)
                && axis.High >= low + (extent * (1 - 1e-6))
                && axis.Ticks.Count is >= 2 and <= 12;
        });
}
