using System.Xml.Linq;
using ChainRule.Learning;

namespace ChainRule.Cli.Tests;

public sealed class TrainingPlotTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(250, 250)]
    [InlineData(251, 126)] // means of two
    [InlineData(10_000, 250)] // means of 40
    public void The_loss_has_at_most_so_many_points_as_can_be_told_apart(int steps, int points)
    {
        XDocument plot = Draw(steps, epochs: 3);
        string path = Paths(plot).First();
        Assert.Equal(points, path.Count(static letter => letter is 'M' or 'L'));
    }

    [Fact]
    public void Each_epoch_is_a_point_of_both_accuracies()
    {
        XDocument plot = Draw(1000, epochs: 7);
        Assert.All(
            Paths(plot).Skip(1), static path => Assert.Equal(7, path.Count(static letter => letter is 'M' or 'L')));
        // Two more marks are in the legend.
        Assert.Equal((2 * 7) + 2, plot.Descendants().Count(static element => element.Name.LocalName == "circle"));
    }

    [Fact]
    public void Everything_lies_inside_the_picture()
    {
        XDocument plot = Draw(10_000, epochs: 17);
        double[] box =
            [.. plot.Root!.Attribute("viewBox")!.Value.Split(' ').Select(static text => double.Parse(text, null))];
        IEnumerable<XAttribute> places = plot.Descendants().Attributes()
            .Where(static attribute => attribute.Name.LocalName is "x" or "x1" or "x2" or "cx");
        foreach (XAttribute attribute in places)
            Assert.InRange(double.Parse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture), 0, box[2]);
    }

    [Fact]
    public void Training_that_was_interrupted_at_once_still_has_a_plot()
    {
        XDocument plot = Draw(0, epochs: 0);
        Assert.Equal(3, Paths(plot).Count());
    }

    [Fact]
    public void Text_stays_text_and_dark_mode_has_its_own_colours()
    {
        XDocument plot = Draw(100, epochs: 1);
        Assert.Contains(
            "Accuracy",
            plot.Descendants()
                .Where(static element => element.Name.LocalName == "text")
                .Select(static element => element.Value));
        Assert.Contains("prefers-color-scheme: dark", plot.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(XDocument plot) =>
        plot.Descendants().Where(static element => element.Name.LocalName == "path")
            .Select(static element => element.Attribute("d")!.Value);

    private static XDocument Draw(int steps, int epochs)
    {
        double[] losses = [.. Enumerable.Range(0, steps).Select(static i => 2.3 / (1 + i))];
        EpochResult[] results = [.. Enumerable.Range(1, epochs).Select(
            epoch => new EpochResult(epoch, (long)steps * epoch / epochs, 0.5, 0.9 + (0.001 * epoch), 0.9))];
        var history = new TrainingHistory(results, losses, Cancelled: false, TimeSpan.FromSeconds(1));
        using var stream = new MemoryStream();
        int perEpoch = Math.Max(1, steps / Math.Max(1, epochs));
        TrainingPlot.Of(new TrainingResult(new TrainingPlan(), history, 0.9, perEpoch)).Write(stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }
}
