namespace ChainRule.Cli.Tests;

public sealed class CheckCommandTests
{
    [Theory]
    [InlineData("float64", "relu")]
    [InlineData("float32", "relu")]
    [InlineData("float64", "gelu")]
    public void A_right_gradient_passes_with_every_parameter_in_the_table(string dtype, string activation)
    {
        Run run = Run.Of("check", "mnist", "--elements", "40", "--dtype", dtype, "--activation", activation);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (string name in (string[])["W1", "b1", "W2", "b2"]) Assert.Matches($@"\n  {name} +\d+ +\d\.\de-\d\d ", run.Output);
        Assert.EndsWith("Passed: backpropagation and central differences agree.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_is_too_large_fails_and_names_the_worst_place()
    {
        // Weights of 0.01 change by 1; the sigmoid has no kinks that could explain the difference.
        Run run = Run.Of("check", "mnist", "--elements", "40", "--step", "1", "--activation", "sigmoid");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"b1: 40 of 40 derivatives differ too much;\s+the\s+worst\s+is\s+b1\[\d+\]", run.Output);
        Assert.EndsWith("Failed: they differ.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_ends_the_check()
    {
        Run run = Run.Of(new CancellationToken(canceled: true), "check", "mnist");
        Assert.Equal((130, "error: interrupted\n"), (run.ExitCode, run.Error));
    }
}
