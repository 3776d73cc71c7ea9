namespace ChainRule.Cli.Tests;

public sealed class PathsCommandTests
{
    [Fact]
    public void Paths_and_counts_are_shown()
    {
        Run run = Run.Of("paths", "a = (x + x + x) * 2; a * a", "--at", "x=1");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("The sum over 6 paths: 72.\n", run.Output, StringComparison.Ordinal);
        // Four paths of four edges and two of three; seven edges, of which two end at the result.
        Assert.Matches(@"\n  path by path +16 +5 +4\n", run.Output);
        Assert.Matches(@"\n  reverse mode \(1 sweep\) +5 +3 +4\n", run.Output);
        Assert.Contains("∂result/∂a is computed once and used by 3 paths", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_paths_are_counted()
    {
        string formula = string.Concat(Enumerable.Range(0, 70).Select(static i =>
            $"y{i + 1} = y{i} + y{i}; ")) + "y70 * 1";
        Run run = Run.Of("paths", formula, "--at", "y0=1", "--lang", "zh");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("从变量到结果共有 1.18059e21 条路径。", run.Output, StringComparison.Ordinal);
    }
}
