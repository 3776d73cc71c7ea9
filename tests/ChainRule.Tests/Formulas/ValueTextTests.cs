using ChainRule.Formulas;

namespace ChainRule.Tests.Formulas;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData(220, "220")]
    [InlineData(2.2, "2.2")]
    [InlineData(110.00000000000001, "110")]
    [InlineData(3.3000000000000003, "3.3")]
    [InlineData(0.0, "0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(Math.PI, "3.14159")]
    [InlineData(1f / 3f, "0.333333")]
    [InlineData(1e-4 / 3, "3.33333e-5")]
    [InlineData(123456789, "123456789")]
    [InlineData(1234567.8, "1234570")]
    [InlineData(999999.96, "1000000")]
    [InlineData(6.02214076e23, "6.02214e23")]
    [InlineData(-1e-300, "-1e-300")]
    [InlineData(double.MaxValue, "1.79769e308")]
    [InlineData(double.Epsilon, "4.94066e-324")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public void Numbers_are_rounded_to_six_digits(double value, string text) =>
        Assert.Equal(text, ValueText.OfNumber(value));

    [Fact]
    public void Negative_zero_has_no_sign() => Assert.Equal("0", ValueText.OfNumber(-0.0));
}
