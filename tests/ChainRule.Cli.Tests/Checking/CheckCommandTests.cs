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
        foreach (string name in (string[])["W1", "b1", "W2", "b2"])
            Assert.Matches($@"\n  {name} +\d+ +\d\.\de-\d\d ", run.Output);
        Assert.EndsWith(
            "Passed: backpropagation and central differences agree within the tolerance.\n", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_is_checked_input_by_input()
    {
        Run run = Run.Of("check", "sum(w * w) + x", "--at", "w=[1,2]", "x=3");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"\n  w\[1\] +4 +4(\.0+\d)? +\d\.\de-\d\d +agrees\n", run.Output);
        Assert.EndsWith(
            "Passed: backpropagation and central differences agree.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Differentiated is ∂result/∂x = 60.")]
    [InlineData("zh", "被求导的是 ∂result/∂x = 60。")]
    [InlineData("ja", "微分されるのは ∂result/∂x = 60 です。")]
    public void A_second_derivative_is_checked_and_called_so(string language, string words)
    {
        // 3x²y and 6xy.
        Run run = Run.Of("check", "x**3 * y", "--at", "x=2,y=5", "--wrt", "x", "--second", "--lang", language);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n  x +60 +(60|59\.9+|60\.0+)\d* ", run.Output);
        run = Run.Of("check", "x * y", "--at", "x=2,y=5", "--second");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: --second needs one variable", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "result (relu) is 1e-6 from a kink")]
    [InlineData("zh", "result（relu）离折点只有 1e-6")]
    [InlineData("ja", "result（relu）は折れ点から 1e-6 しか離れていません")]
    public void A_kink_is_told_and_not_called_wrong(string language, string words)
    {
        Run run = Run.Of("check", "relu(x)", "--at", "x=1e-6", "--lang", language);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(words, run.Output.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_cannot_be_checked_fails()
    {
        Run run = Run.Of("check", "sqrt(x)", "--at", "x=0");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("Failed: 1 of 1 derivative could not be confirmed.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            (2, "error: the result must be one number that depends on a variable\n"),
            (Run.Of("check", "1 + 2").ExitCode, Run.Of("check", "1 + 2").Error));
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
    public void The_criterion_stands_above_the_table()
    {
        // 10·ε^⅔ with the ε of float32, 2⁻²³.
        Run run = Run.Of("check", "mnist", "--elements", "10", "--dtype", "float32");
        Assert.Contains("passes where |Δ| ≤ 2.4e-04 · max(1, |f|, |g|):\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_with_nothing_compared_has_dashes_and_does_not_pass()
    {
        // A change of 1 moves every sum of the hidden layer across the kink of relu; W2 and b2 differ.
        Run run = Run.Of("check", "mnist", "--elements", "1", "--step", "0.9");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"\n  b1 +0( +–){5} +1\n", run.Output);
        Assert.DoesNotContain("Passed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_tells_how_far_the_check_was()
    {
        Run run = Run.Of(new CancellationToken(canceled: true), "check", "mnist");
        Assert.Equal(
            (130, "error: interrupted: 0 of 39,760 derivatives were computed both ways in float64\n"),
            (run.ExitCode, run.Error));
    }
}
