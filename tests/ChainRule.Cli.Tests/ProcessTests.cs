using System.Runtime.InteropServices;

namespace ChainRule.Cli.Tests;

public sealed class ProcessTests : IDisposable
{
    private readonly TinyMnist _mnist = new();

    public void Dispose() => _mnist.Dispose();

    [Fact]
    public void In_a_pipe_there_are_plain_lines_only()
    {
        using var process = new CommandProcess(
            "train", "mnist", "--epochs", "2", "--data", _mnist.Folder, "--out", _mnist.At("plot.svg"));
        Run run = process.End();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain('\e', run.Output);
        Assert.Contains("Test accuracy: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_usage_is_told_to_the_shell()
    {
        using var process = new CommandProcess("train", "mnist", "--epochs", "abc");
        Assert.Equal(
            new Run(2, "", "error: --epochs must be a whole number from 1 to 10000, but was 'abc'\n"), process.End());
    }

    [Theory]
    [InlineData("CHAINRULE_THREADS", "abc")]
    [InlineData("CHAINRULE_EXECUTION", "fast")]
    [InlineData("CHAINRULE_VECTOR_BITS", "1024")]
    public void A_wrong_setting_is_wrong_usage(string variable, string value)
    {
        using var process = new CommandProcess((variable, value), "demo");
        Run run = process.End();
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(variable, run.Error, StringComparison.Ordinal);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", false, 130)]
    [InlineData("TERM", false, 143)]
    [InlineData("TERM", true, 143)] // as timeout(1) does
    public void Ctrl_C_and_termination_keep_what_was_learnt(string signal, bool twice, int exitCode)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) Assert.Skip("Windows has no signals to send.");
        using var process = new CommandProcess(
            "train", "mnist", "--epochs", "10000", "--data", _mnist.Folder, "--out", _mnist.At("plot.svg"));
        process.ReadTo("3 ");
        process.Signal(signal, twice);
        Run run = process.End();
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains("Test accuracy so far: ", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_mnist.At("plot.svg")));
    }
}
