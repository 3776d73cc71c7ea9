namespace ChainRule.Cli.Tests;

public sealed class FormulasCommandTests
{
    [Theory]
    [InlineData("text", "∂z/∂x = ∂z/∂t · ∂t/∂x = 2t · 1 = 2(x + y)\n")]
    [InlineData("tex", @"\frac{\partial z}{\partial x} = \frac{\partial z}{\cancel{\partial t}}")]
    [InlineData("mathml", "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mrow><mi>t</mi>")]
    public void Derivatives_are_written_in_every_format(string format, string expected)
    {
        Run run = Run.Of("formulas", "t = x + y; z = t²", "--at", "x=3,y=4", "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_asked_for_is_differentiated()
    {
        Run run = Run.Of("formulas", "x * y", "--at", "x=3,y=4", "--wrt", "y");
        Assert.Equal("result = x · y\n∂result/∂y = x\n", run.Output);
    }
}
