using System.Text;

namespace ChainRule.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public void Help_of_every_command_is_the_approved_one()
    {
        var text = new StringBuilder();
        foreach (string command in (string[])
            ["", "demo", "train", "train mnist", "check", "check mnist", "graph", "paths", "nudge", "serve"])
        {
            Run run = Run.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            text.Append("$ chainrule ").Append(command).Append(" --help\n").Append(run.Output).Append('\n');
        }

        Approved.Verify(text.ToString());
    }

    [Fact]
    public void Help_comes_before_wrong_values() =>
        Assert.Equal(0, Run.Of("train", "mnist", "--epochs", "abc", "--help").ExitCode);

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help train mnist", "train mnist --help")]
    public void Help_may_be_a_word(string word, string option) =>
        Assert.Equal(Run.Of(option.Split(' ')), Run.Of(word.Split(' ')));

    [Fact]
    public void The_version_is_one_line_without_a_commit() =>
        Assert.Matches(@"\Achainrule \d+\.\d+\.\d+(-[\w.]+)?\n\z", Run.Of("--version").Output);
}
