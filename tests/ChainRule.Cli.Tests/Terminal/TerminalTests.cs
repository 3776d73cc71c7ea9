namespace ChainRule.Cli.Tests;

public sealed class TerminalTests
{
    private const char Escape = '\e';

    [Fact]
    public void A_pipe_gets_no_escape_codes() => Assert.DoesNotContain(Escape, Written(live: false, coloured: true));

    [Fact]
    public void A_screen_gets_a_progress_bar_that_goes_away_and_headings_in_bold()
    {
        string text = Written(live: true, coloured: true);
        Assert.Contains("\e[1m", text, StringComparison.Ordinal);
        Assert.Contains("counting", text, StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h", text.TrimEnd(), StringComparison.Ordinal); // the cursor is back
    }

    [Fact]
    public void Without_colours_a_screen_gets_cursor_movements_only() =>
        Assert.DoesNotMatch(@"\e\[[0-9;]*m", Written(live: true, coloured: false));

    [Fact]
    public void Paragraphs_are_broken_between_words()
    {
        Assert.Equal(["one two", "three", "four"], Wrapping.Lines("one two three four", 8));
        Assert.Equal(["unbreakable"], Wrapping.Lines("unbreakable", 3));
        Assert.Equal([""], Wrapping.Lines("", 3));
    }

    private static string Written(bool live, bool coloured)
    {
        using StringWriter output = new(), error = new();
        var terminal = new Terminal(output, error, live, coloured, 80);
        terminal.Heading("A heading with [brackets]");
        terminal.Progress("counting", 10, static view =>
        {
            for (int i = 1; i <= 10; i++) view.Report(i, static () => "[note]");
            return 0;
        });
        Assert.Contains("[brackets]", output.ToString(), StringComparison.Ordinal);
        return output.ToString();
    }
}
