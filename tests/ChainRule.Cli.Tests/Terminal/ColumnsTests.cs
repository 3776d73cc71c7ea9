namespace ChainRule.Cli.Tests;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData(21, "  name   left   right\n  a         1      22\n  b       333       4\n")]
    [InlineData(17, "  name left right\n  a       1    22\n  b     333     4\n")]
    [InlineData(16, "  name    a    b\n  left    1  333\n  right  22    4\n")]
    public void A_table_moves_together_and_then_turns_to_fit(int width, string expected) =>
        Assert.Equal(expected, Table().Text(width));

    private static Columns Table()
    {
        var table = new Columns("name", "left", "right");
        table.Add("a", "1", "22");
        table.Add("b", "333", "4");
        return table;
    }
}
