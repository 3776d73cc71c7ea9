using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using ChainRule.Network;
using ChainRule.Web.Network;

namespace ChainRule.Web.Tests.Training;

public sealed class RaceViewTests : IDisposable
{
    private readonly BunitContext _context = new();
    private SynchronousPort _port = new();
    private string _line = "race";

    public void Dispose() => _context.Dispose();

    [Fact]
    public void All_ways_and_a_table_of_where_they_end_are_shown_at_first()
    {
        IRenderedComponent<NetworkHome> view = Show();
        Assert.Equal(4, view.FindAll(".plane .way").Count);
        Assert.Equal(14, view.FindAll(".plane .below").Count);
        Assert.Equal(["SGD", "Momentum", "AdaGrad", "Adam"], Cells(view, 0));
        RaceResult race = new Race().Run(RaceSettings.Parse("race"));
        string last = race.Paths[2].Losses[^1].ToString("0.##e+0", CultureInfo.InvariantCulture);
        Assert.Equal(last.Replace('-', '−'), Cells(view, 3)[2]);
        Assert.Equal(["1", "2", "3", "4"], Cells(view, 4).Order());
        Assert.StartsWith("After step 40, ", view.Find(".leader").TextContent);
    }

    [Fact]
    public void It_is_stepped_through_and_the_address_says_where()
    {
        IRenderedComponent<NetworkHome> view = Show();
        Press(view, "To the start");
        view = Show();
        Assert.Equal(["−7", "−7", "−7", "−7"], Cells(view, 1));
        int before = view.Find(".plane .way").GetAttribute("d")!.Length;
        Press(view, "One step");
        Assert.EndsWith(";1", _line);
        view = Show();
        Assert.Equal(["−6.335", "−6.93", "−5.5", "−6.7"], Cells(view, 1));
        Assert.True(view.Find(".plane .way").GetAttribute("d")!.Length > before);
        view.Find(".transport input").Input("39");
        view = Show();
        Press(view, "One step");
        Assert.EndsWith(";", _line);
        // The race itself was run once for all of that.
        Assert.Single(_port.Races.Select(static race => race.ToString()[..12]).Distinct());
    }

    [Fact]
    public void Another_surface_brings_its_own_start_and_rates()
    {
        IRenderedComponent<NetworkHome> view = Show();
        view.Find(".settings select").Change("rosenbrock");
        Assert.StartsWith("race;rosenbrock;-1.2;1;", _line);
        view = Show();
        Assert.Equal("(1 - x)**2 + 100 * (y - x**2)**2", view.Find(".formula code").TextContent);
        string? link = view.Find(".settings a").GetAttribute("href");
        Assert.Equal("workbench (1 - x)**2 + 100 * (y - x**2)**2 -1.2 1", link);
    }

    [Fact]
    public void Rates_and_the_start_are_set_and_set_back()
    {
        IRenderedComponent<NetworkHome> view = Show();
        view.FindAll(".racers input[type=number]")[0].Change("1.1");
        view = Show();
        view.FindAll(".racers input[type=number]")[1].Change("-3");
        Assert.Equal("Give a number above 0 and up to 100.", view.Find(".racers [role=alert]").TextContent);
        Assert.StartsWith("race;valley;-7;2;1.1;0.1;", _line);
        view = Show();
        // No step was gone with what is no rate; and each step makes y larger now.
        Assert.Equal("4", Cells(view, 4)[0]);
        view.FindAll(".settings fieldset:not(.racers) input")[1].Change("-1.5");
        Assert.StartsWith("race;valley;-7;-1.5;", _line);
        view = Show();
        view.FindAll("button").First(button => button.TextContent == "Usual start and rates").Click();
        Assert.Equal("race;valley;-7;2;0.95;0.1;1.5;0.3;;", _line);
    }

    [Fact]
    public void The_start_follows_the_pointer_and_the_keys()
    {
        IRenderedComponent<NetworkHome> view = Show();
        _port.PressPlace(0.25, 0.5);
        view.WaitForAssertion(() => Assert.StartsWith("race;valley;-4;0;", _line));
        view = Show();
        _port.MovePlace(1, 0);
        view.WaitForAssertion(() => Assert.StartsWith("race;valley;-3.6;0;", _line));
        view = Show();
        _port.MovePlace(0, -1);
        view.WaitForAssertion(() => Assert.StartsWith("race;valley;-3.6;-0.15;", _line));
        view = Show();
        string? label = view.Find(".start").GetAttribute("aria-label");
        Assert.Equal("Starting point, x −3.6, y −0.15; the arrow keys move it", label);
    }

    [Fact]
    public void While_a_race_is_run_only_the_last_wish_counts()
    {
        _port.AreRacesSlow = true;
        IRenderedComponent<NetworkHome> view = Show();
        Assert.NotNull(view.Find(".plane [role=status]"));
        foreach (string x in (string[])["-6", "-5", "-4"])
            view.Render(parameters => parameters.Add(home => home.Line, $"race;valley;{x};1"));
        Assert.Single(_port.Races);
        _port.EndRace(0);
        view.WaitForAssertion(() => Assert.Equal([-7, -4], _port.Races.Select(static race => race.Start.X)));
        _port.EndRace(1);
        view.WaitForAssertion(() => Assert.Equal(4, view.FindAll(".plane .way").Count));
        Assert.Equal(2, _port.Races.Count);
    }

    [Fact]
    public void An_optimiser_is_hidden_and_shown()
    {
        IRenderedComponent<NetworkHome> view = Show();
        view.FindAll(".racers input[type=checkbox]")[1].Change(false);
        Assert.EndsWith(";momentum;", _line);
        view = Show();
        Assert.Equal(["SGD", "AdaGrad", "Adam"], Cells(view, 0));
        Assert.Equal(3, view.FindAll(".plane .way").Count);
    }

    [Fact]
    public void One_that_diverges_is_said_to()
    {
        _line = "race;himmelblau;0;0;0.9";
        IRenderedComponent<NetworkHome> view = Show();
        Assert.Equal("diverged", view.FindAll(".standing tbody tr")[0].QuerySelector("td")!.TextContent);
        Assert.DoesNotContain("SGD", view.Find(".leader").TextContent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_plays_from_the_start_and_pauses(bool isStill)
    {
        _port = new() { IsStill = isStill };
        IRenderedComponent<NetworkHome> view = Show();
        Press(view, "Race");
        // It begins at the start, and goes on by itself: one step after the other, or a few at once.
        Assert.Equal("step 0 of 40", view.Find(".transport output").TextContent);
        string next = isStill ? "step 4 of 40" : "step 1 of 40";
        view.WaitForAssertion(
            () => Assert.Equal(next, view.Find(".transport output").TextContent), TimeSpan.FromSeconds(30));
        Assert.Equal("", view.Find(".leader").TextContent);
        Press(view, "Pause");
        view.WaitForAssertion(() => Assert.Matches(";[1-9][0-9]?$", _line));
    }

    [Fact]
    public void The_two_pages_lead_to_each_other_and_remember()
    {
        _line = "moons;8;tanh;xavier;adam;0.01;50;1";
        IRenderedComponent<NetworkHome> view = Show();
        Assert.Equal("Train a network", view.Find("h2").TextContent);
        view.FindAll(".kinds a")[1].Click();
        Assert.Equal("race", _line);
        view.Render(parameters => parameters.Add(home => home.Line, _line));
        Assert.Equal("Race the optimisers", view.Find("h2").TextContent);
        Assert.Equal("page", view.FindAll(".kinds a")[1].GetAttribute("aria-current"));
        view.FindAll(".kinds a")[0].Click();
        Assert.StartsWith("moons;8;", _line);
    }

    [Theory]
    [InlineData(Language.Chinese, "优化方法赛跑")]
    [InlineData(Language.Japanese, "最適化手法の競走")]
    public void It_speaks_the_readers_language(Language language, string title)
    {
        IRenderedComponent<NetworkHome> view = Show(language);
        Assert.Equal(title, view.Find("h2").TextContent);
        // Nothing that is made of letters has stayed English but the names of the optimisers.
        const string Labels = "button, legend, h3, th[scope=col], option, label > span, .leader, output, .kinds a";
        string[] words = [.. view.FindAll(Labels).Select(static label => label.TextContent)];
        Assert.DoesNotContain(
            words, word => word.Length > 1 && word.All(static c => c < 128) && word.Any(char.IsLetter));
    }

    private static string[] Cells(IRenderedComponent<NetworkHome> view, int column) =>
        [.. view.FindAll(".standing tbody tr").Select(row => row.Children[column].TextContent.Trim())];

    private static void Press(IRenderedComponent<NetworkHome> view, string name) =>
        view.FindAll(".transport button").First(button => button.TextContent == name).Click();

    private IRenderedComponent<NetworkHome> Show(Language language = Language.English) =>
        _context.Render<NetworkHome>(parameters => parameters
            .Add(home => home.Line, _line)
            .Add(home => home.LineChanged, line => _line = line)
            .Add(home => home.LinkTo, line => "#" + line)
            .Add(home => home.Workbench, (formula, x, y) => string.Create(
                CultureInfo.InvariantCulture, $"workbench {formula} {x} {y}"))
            .Add(home => home.Language, language)
            .Add(home => home.Port, _port));
}
