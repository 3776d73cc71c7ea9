using System.Globalization;
using System.Text.RegularExpressions;
using ChainRule.Network;

namespace ChainRule.Web.Tests.Training;

public sealed partial class RaceTests
{
    // Steps in double precision; the order of operations may differ.
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Surfaces => [.. RaceSurface.All.Select(static surface => surface.Name)];

    // On the lesson's surface, x²/20 + y², the derivatives are x/10 and 2y.
    [Fact]
    public void Every_rule_goes_as_it_does_by_hand()
    {
        RaceSettings settings = RaceSettings.Parse("race;valley");
        RaceResult race = new Race().Run(settings);
        Assert.Equal(NetworkSettings.Optimizers, race.Paths.Select(static path => path.Optimizer));
        Assert.All(race.Paths, path => Assert.Equal((-7.0, 2.0, 6.45), (path.X[0], path.Y[0], path.Losses[0])));

        RacePath plain = race.Paths[0];
        Assert.Equal(-7 + (0.95 * 0.7), plain.X[1], Tolerance);
        Assert.Equal(2 - (0.95 * 4), plain.Y[1], Tolerance);

        // The second step repeats nine tenths of the first.
        RacePath momentum = race.Paths[1];
        double first = momentum.Y[1] - 2;
        Assert.Equal(-0.1 * 4, first, Tolerance);
        Assert.Equal(momentum.Y[1] + (0.9 * first) - (0.1 * 2 * momentum.Y[1]), momentum.Y[2], Tolerance);

        // The first step of these goes as far along each axis, however steep it is.
        Assert.Equal((-7 + 1.5, 2 - 1.5), (race.Paths[2].X[1], race.Paths[2].Y[1]), Near(1e-6));
        Assert.Equal((-7 + 0.3, 2 - 0.3), (race.Paths[3].X[1], race.Paths[3].Y[1]), Near(1e-6));
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void All_get_lower_on_every_surface_and_one_comes_near_a_minimum(string name)
    {
        RaceSurface surface = RaceSurface.Find(name)!;
        RaceResult race = new Race().Run(RaceSettings.On(surface));
        Assert.All(race.Paths, path =>
        {
            Assert.Equal(surface.Steps + 1, path.Losses.Count);
            Assert.True(path.Losses[^1] < 0.5 * path.Losses[0], $"{path.Optimizer}: {path.Losses[^1]}");
        });
        Assert.Contains(race.Paths, path => surface.Minima.Any(at =>
            Math.Abs(path.X[^1] - at.X) < 0.1 && Math.Abs(path.Y[^1] - at.Y) < 0.1));
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void What_is_said_of_the_minima_is_true(string name)
    {
        RaceSurface surface = RaceSurface.Find(name)!;
        var formula = Expression.Parse(surface.Formula);
        foreach ((double x, double y) in surface.Minima)
        {
            Tensor at = Tensor.Scalar(x, "x"), up = Tensor.Scalar(y, "y");
            Tensor loss = formula.Build(new Dictionary<string, Tensor> { ["x"] = at, ["y"] = up });
            // Minima that are no round numbers are given to six digits, at which curvature is below 200.
            Assert.InRange(loss.Item(), 0, 1e-9);
            var (dx, dy) = Gradient.Of(loss, at, up);
            Assert.InRange(Math.Abs(dx.Item()) + Math.Abs(dy.Item()), 0, 1e-3);
        }
    }

    [Fact]
    public void A_rule_that_jumps_away_ends_where_it_was_last_seen()
    {
        RaceResult race = new Race().Run(RaceSettings.Parse("race;himmelblau;0;0;0.9"));
        RacePath lost = race.Paths[0];
        Assert.InRange(lost.Losses.Count, 2, 20);
        Assert.All(lost.Losses, static loss => Assert.True(double.IsFinite(loss)));
    }

    [Fact]
    public void A_line_of_settings_comes_back()
    {
        RaceSettings settings = RaceSettings.On(RaceSurface.Find("beale")!) with
        {
            Start = (1.25, -0.5),
            Rates = [0.1, 0.2, 0.3, 0.4],
            Hidden = ["momentum", "adam"],
            Step = 7,
        };
        Assert.Equal("race;beale;1.25;-0.5;0.1;0.2;0.3;0.4;momentum-adam;7", settings.ToString());
        var again = RaceSettings.Parse(settings.ToString());
        Assert.True(again.RunsLike(settings));
        Assert.Equal((settings.Step, settings.ToString()), (again.Step, again.ToString()));
        Assert.Equal(["momentum", "adam"], again.Hidden);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("race")]
    [InlineData("race;nowhere;NaN;∞;-1;0;1e9;x;sgd2;400000")]
    [InlineData("race;valley;<img src=x onerror=alert(1)>")]
    public void Any_other_line_means_the_usual_race(string? line) =>
        Assert.Equal(RaceSettings.On(RaceSurface.All[0]).ToString(), RaceSettings.Parse(line).ToString());

    [Fact]
    public void A_start_outside_of_the_picture_is_moved_to_its_rim() =>
        Assert.Equal((8, -3), RaceSettings.Parse("race;valley;1e12;-50").Start);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void What_lies_below_a_height_is_outlined(double height)
    {
        // A cone whose tip is in the middle: below a height lies a disc with that radius.
        const int Columns = 61, Rows = 41;
        var heights = new double[Columns * Rows];
        for (int i = 0; i < heights.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Columns);
            heights[i] = Radius((double)column / (Columns - 1), (double)row / (Rows - 1));
        }

        List<(double X, double Y)> outline = Points(new Contours(heights, Columns).Below(height));
        foreach ((double x, double y) in outline)
        {
            bool isOnRim = x is 0 or 1 || y is 0 or 1;
            // Lines are straight within a cell, which is a fortieth of the height.
            if (isOnRim) Assert.InRange(Radius(x, y), 0, height + 0.002);
            else Assert.InRange(Radius(x, y), height - 0.002, height + 0.002);
        }

        // A sum over the corners is the area, here compared with one that is counted.
        IEnumerable<double> corners = outline.Zip([.. outline[1..], outline[0]], (a, b) => (a.X * b.Y) - (b.X * a.Y));
        double area = Math.Abs(corners.Sum()) / 2;
        double counted = Enumerable.Range(0, 250_000).Count(i =>
            Radius((i % 500 + 0.5) / 500, (i / 500 + 0.5) / 500) < height) / 250_000.0;
        Assert.Equal(counted, area, 0.003);
    }

    [Fact]
    public void Two_hollows_have_two_outlines()
    {
        double[] heights = [9, 9, 9, 9, 9, 9, 0, 9, 0, 9, 9, 9, 9, 9, 9];
        string path = new Contours(heights, 5).Below(4.5);
        Assert.Equal(2, path.Count(static c => c == 'M'));
        Assert.Equal(2, path.Count(static c => c == 'Z'));
        Assert.Equal("", new Contours(heights, 5).Below(0));
        Assert.Equal(4, Points(new Contours([0, 0, 0, 0], 2).Below(1)).Select(static at => at).Distinct().Count());
    }

    private static double Radius(double x, double y) => Math.Sqrt(Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.5, 2));

    private static List<(double X, double Y)> Points(string path) =>
        [.. Numbers().Matches(path).Select(static at => (Part(at.Groups[1].Value), Part(at.Groups[2].Value)))];

    private static double Part(string text) => double.Parse(text, CultureInfo.InvariantCulture) / Contours.Size;

    private static EqualityComparer<(double, double)> Near(double tolerance) =>
        EqualityComparer<(double, double)>.Create((a, b) =>
            Math.Abs(a.Item1 - b.Item1) < tolerance && Math.Abs(a.Item2 - b.Item2) < tolerance);

    [GeneratedRegex(@"([\d.]+) ([\d.]+)")]
    private static partial Regex Numbers();
}
