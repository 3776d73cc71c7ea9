namespace ChainRule.Cli.Tests;

public sealed class StepCommandTests
{
    [Fact]
    public void All_steps_are_printed_to_a_pipe()
    {
        Run run = Run.Of("step", "t = x + y; z = t²", "--at", "x=3,y=4", "--lang", "zh");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("正向传播", run.Output, StringComparison.Ordinal);
        Assert.Contains("t = x + y = 3 + 4 = 7", run.Output, StringComparison.Ordinal);
        Assert.Contains("∂z/∂z · ∂z/∂t = 1 × 14 = 14", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_go_back_and_forth()
    {
        IReadOnlyList<GraphStep> steps = GraphSteps.Of(Tensor.Scalar(3.0, "x").Square().Named("z"));
        Assert.Equal(3, steps.Count);
        using StringWriter output = new();
        var terminal = new Terminal(output, TextWriter.Null, live: false, coloured: false, width: 80);
        var keys = new Queue<ConsoleKey>(
        [
            ConsoleKey.LeftArrow, ConsoleKey.X, ConsoleKey.RightArrow, ConsoleKey.End, ConsoleKey.LeftArrow,
            ConsoleKey.Home, ConsoleKey.Spacebar, ConsoleKey.Q,
        ]);
        new StepView(terminal, steps, Language.English).Browse(keys.Dequeue);
        Assert.Empty(keys);
        string[] numbers = [.. output.ToString().Split('\n')
            .Where(static line => line.Length > 3 && char.IsAsciiDigit(line[2]))
            .Select(static line => line[2..3])];
        Assert.Equal(["1", "2", "3", "2", "1", "2"], numbers);
    }

    [Fact]
    public void A_language_that_is_not_there_is_refused()
    {
        Run run = Run.Of("step", "x", "--at", "x=1", "--lang", "fr");
        Assert.Equal((2, "error: --lang must be one of en, zh, ja, but was 'fr'\n"), (run.ExitCode, run.Error));
    }
}
