namespace ChainRule.Cli.Tests;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 steps")]
    [InlineData(1, "1 step")]
    [InlineData(10_000, "10,000 steps")]
    public void One_thing_is_singular(long count, string expected) => Assert.Equal(expected, Plural.Of(count, "step"));
}
