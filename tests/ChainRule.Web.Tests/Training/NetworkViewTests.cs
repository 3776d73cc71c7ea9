using Bunit;
using ChainRule.Network;
using ChainRule.Web.Network;

namespace ChainRule.Web.Tests.Training;

public sealed class NetworkViewTests : IDisposable
{
    private readonly BunitContext _context = new();
    private readonly SynchronousPort _port = new();
    private NetworkSettings _settings = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void It_trains_pauses_and_steps()
    {
        IRenderedComponent<NetworkView> view = Show();
        Assert.Equal("0", view.Find(".steps").TextContent);
        Press(view, "Train");
        Assert.Equal("25", view.Find(".steps").TextContent);
        Press(view, "Pause");
        Press(view, "One step");
        Assert.Equal("26", view.Find(".steps").TextContent);
        Assert.NotEmpty(view.FindAll(".curve path.loss"));
        Assert.Equal(6, view.FindAll(".histogram").Count);
        Press(view, "Start anew");
        Assert.Equal("0", view.Find(".steps").TextContent);
    }

    [Fact]
    public void Other_settings_begin_anew_but_the_rate_does_not()
    {
        IRenderedComponent<NetworkView> view = Show();
        view.Find(".settings select").Change("moons");
        Assert.Equal("moons", _settings.Data);
        view = Show();
        view.Find(".settings input[type=text]").Change("8, 8, 8");
        Assert.Equal([8, 8, 8], _settings.Hidden);
        int started = _port.Started.Count;
        view = Show();
        view.FindAll(".settings input[type=number]")[0].Change("0.125");
        Assert.Equal(started + 1, _port.Started.Count);
        Assert.Equal((0.125, 0.125), (_port.LearningRate, _settings.LearningRate));
    }

    [Fact]
    public void Settings_from_the_address_begin_anew_once()
    {
        IRenderedComponent<NetworkView> view = Show();
        view.Render(parameters => parameters.Add(shown => shown.Settings, new() { Data = "circles" }));
        view.Render(parameters => parameters.Add(shown => shown.Settings, new() { Data = "circles" }));
        Assert.Equal(["spirals", "circles"], _port.Started.Select(static settings => settings.Data));
    }

    [Theory]
    [InlineData("16, dog")]
    [InlineData("0")]
    [InlineData("4000")]
    public void Layers_that_cannot_be_are_refused_in_place(string text)
    {
        IRenderedComponent<NetworkView> view = Show();
        view.Find(".settings input[type=text]").Change(text);
        Assert.Contains("up to six sizes", view.Find(".settings [role=alert]").TextContent);
        Assert.Single(_port.Started);
    }

    [Fact]
    public void A_pressed_weight_tells_its_story()
    {
        IRenderedComponent<NetworkView> view = Show();
        Press(view, "Train");
        _port.Press(1, 4, 7);
        view.WaitForAssertion(() => Assert.Contains("weight[4, 7]", view.Find(".story code").TextContent));
        Assert.Equal(7, view.FindAll(".story tbody tr").Count);
        Assert.Contains("The step moved the weight from", view.Find(".story").TextContent);
        string[] chosen = [.. view.FindAll(".which input").Select(static input => input.GetAttribute("value")!)];
        Assert.Equal(["2", "4", "7"], chosen);
    }

    [Fact]
    public void The_batchs_graph_is_drawn_folded_and_with_its_parts()
    {
        IRenderedComponent<NetworkView> view = Show();
        view.FindAll(".which button")[1].Click();
        int folded = view.Find(".figure svg").OuterHtml.Length;
        view.FindAll(".which button")[2].Click();
        Assert.True(view.Find(".figure svg").OuterHtml.Length > folded);
    }

    [Fact]
    public void What_went_wrong_is_said()
    {
        IRenderedComponent<NetworkView> view = Show();
        _port.Fail("digits: 404");
        view.WaitForAssertion(() => Assert.Equal("digits: 404", view.Find(".run [role=alert]").TextContent));
    }

    [Fact]
    public void Once_it_is_closed_it_listens_no_more()
    {
        IRenderedComponent<NetworkView> view = Show();
        Assert.True(_port.HasListeners);
        view.Instance.Dispose();
        Assert.False(_port.HasListeners);
    }

    [Theory]
    [InlineData(Language.Chinese, "训练一个网络")]
    [InlineData(Language.Japanese, "ネットワークを学習させる")]
    public void It_speaks_the_readers_language(Language language, string title)
    {
        IRenderedComponent<NetworkView> view = Show(language);
        Assert.Equal(title, view.Find("h2").TextContent);
        // Nothing that is made of letters has stayed English but names of functions and layers.
        const string Labels = "button, legend, h3, dt, label > span";
        string[] words = [.. view.FindAll(Labels).Select(static label => label.TextContent)];
        Assert.DoesNotContain(words, word => word.All(static c => c < 128) && word.Any(char.IsLetter));
    }

    private IRenderedComponent<NetworkView> Show(Language language = Language.English) =>
        _context.Render<NetworkView>(parameters => parameters
            .Add(view => view.Settings, _settings)
            .Add(view => view.SettingsChanged, settings => _settings = settings)
            .Add(view => view.Language, language)
            .Add(view => view.Port, _port));

    private static void Press(IRenderedComponent<NetworkView> view, string name) =>
        view.FindAll(".buttons button").First(button => button.TextContent == name).Click();
}
