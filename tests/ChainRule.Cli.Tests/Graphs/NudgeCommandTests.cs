namespace ChainRule.Cli.Tests;

public sealed class NudgeCommandTests
{
    [Fact]
    public void A_nudge_is_followed_to_the_result()
    {
        Run run = Run.Of("nudge", "t = x + y; z = t²", "--at", "x=3,y=4", "--move", "x=0.01");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"\n  z +square +49 +49\.1401 +0\.1401\n", run.Output);
        Assert.Contains("Δz/h = 14.01; backpropagation gives ∂z/∂x = 14.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_near_a_kink_is_warned_of_in_every_language()
    {
        foreach ((string language, string warning) in ((string, string)[])
            [("en", "Warning: v1[1] (relu) is 1e-6 from a kink"), ("zh", "注意：v1[1]"), ("ja", "注意：v1[1]")])
        {
            Run run = Run.Of("nudge", "sum(relu(w))", "--at", "w=[1,-1e-6]", "--move", "w[1]", "--lang", language);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains(warning, run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("x", "nudge needs --move with one of x, result")]
    [InlineData("x --move y", "--move: the graph has no value y; choose one of x, result")]
    [InlineData("x --move x[0]", "--move: x has the shape [], so there is no x[0]")]
    [InlineData("x --move x=1e-30", "nudge: h = 1e-30 is too small: x stays the same when it is added")]
    [InlineData(
        "x --move x=0",
        "--move must be a name, perhaps with a number other than 0 to move by, such as x or x=0.01 or w[1]=0.01, "
        + "but was 'x=0'")]
    public void What_cannot_be_moved_is_refused(string line, string message)
    {
        Run run = Run.Of(["nudge", "2 * x", "--at", "x=1", .. line.Split(' ').Skip(1)]);
        Assert.Equal((2, $"error: {message}\n"), (run.ExitCode, run.Error));
    }
}
