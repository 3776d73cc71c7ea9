using ChainRule.Learning;

namespace ChainRule.Cli.Tests;

public sealed class EpochTableTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(60)]
    [InlineData(50)]
    public void Titles_and_rows_end_together_and_fit(int width)
    {
        var table = new EpochTable(width);
        string row = table.Row(new EpochResult(17, 10_000, 0.0741, 0.9795, 0.9712));
        Assert.Equal(table.Titles.Length, row.Length);
        Assert.InRange(row.Length, 1, width);
        Assert.EndsWith("97.12%", row, StringComparison.Ordinal);
    }
}
