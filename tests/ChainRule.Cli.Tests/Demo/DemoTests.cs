using System.Xml.Linq;

namespace ChainRule.Cli.Tests;

public sealed class DemoTests
{
    [Fact]
    public void The_demo_shows_graphs_a_check_timings_and_training()
    {
        string folder = Directory.CreateTempSubdirectory("chainrule-demo-").FullName;
        Run run = Run.Of("demo", "--quick", "--epochs", "1", "--out", folder);
        // On a slow machine progress is told on the way.
        Assert.Equal((0, false), (run.ExitCode, run.Error.Contains("error", StringComparison.Ordinal)));
        // The numbers of Saitoh, "Deep Learning from Scratch", chapter 5.
        Assert.Contains(
            "total = 220; derivatives: 2.2 by apple, 110 by apples, 200 by tax.", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "total = 715; derivatives: 2.2 by apple, 110 by apples, 3.3 by orange, 165 by oranges, 650 by tax.",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("z = 49; derivatives: 14 by x, 14 by y.", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"They agree within the tolerance:\s+in float64 to \d\.\de-1\d in the mean", run.Output);
        Assert.Contains("79,520 times", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"Backpropagation is \d+,\d\d\d times as fast", run.Output);
        Assert.DoesNotContain('\e', run.Output);

        // A network of this size reads about nine digits of ten after its first epoch.
        string accuracy = run.Output.Split("Test accuracy: ")[1].Split('%')[0];
        Assert.InRange(double.Parse(accuracy, System.Globalization.CultureInfo.InvariantCulture), 88, 93);
        Assert.NotNull(XDocument.Load(Path.Combine(folder, "training.svg")).Root);
        Directory.Delete(folder, recursive: true);
    }
}
