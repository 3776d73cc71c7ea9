using System.Globalization;
using ChainRule.Drawing.Svg;
using CsCheck;

namespace ChainRule.Tests.Drawing.Svg;

public sealed class SvgTextTests
{
    [Fact]
    public void Numbers_are_those_of_dotnet_with_two_decimals() => Gen
        .OneOf(Gen.Double[-2000, 2000], Gen.Int[-400_000, 400_000].Select(static n => n / 200.0), Gen.Double)
        .Sample(static number =>
            Assert.Equal(number.ToString("0.##", CultureInfo.InvariantCulture), SvgText.Number(number)));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d")]
    [InlineData("bell\u0007, delete\u007f", "bell , delete ")]
    [InlineData("苹果 😀", "苹果 😀")]
    public void What_markup_cannot_hold_is_written_otherwise(string words, string written)
    {
        var svg = new SvgText();
        svg.Words("text", words);
        Assert.Equal($"<text>{written}</text>\n", svg.ToString());
    }

    // An attribute could not hold it either.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        var svg = new SvgText();
        svg.Words("text", "half \ud83d.");
        Assert.Equal("<text>half \ufffd.</text>\n", svg.ToString());
    }
}
