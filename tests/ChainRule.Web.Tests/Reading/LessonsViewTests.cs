using Bunit;
using ChainRule.Reading;
using ChainRule.Web.Page;
using ChainRule.Web.Reading;

namespace ChainRule.Web.Tests.Reading;

public sealed class LessonsViewTests : IDisposable
{
    private readonly BunitContext _context = new();
    private PageState _state = PageState.First with { Area = Area.Lessons };

    public static TheoryData<string, Language> Chapters
    {
        get
        {
            var chapters = new TheoryData<string, Language>();
            foreach (CourseChapter chapter in Course.Chapters)
            {
                foreach (Language language in Enum.GetValues<Language>()) chapters.Add(chapter.Name, language);
            }

            return chapters;
        }
    }

    public void Dispose() => _context.Dispose();

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Every_chapter_is_there_in_every_language(string name, Language language)
    {
        IRenderedComponent<LessonsView> view = Show(name, language);
        CourseChapter chapter = Course.Find(name);
        Assert.Equal(chapter.Title.In(language), view.Find("article h2").TextContent);
        int drawn = chapter.Blocks.Count(static block => block is Block.Picture or Block.Live);
        Assert.True(view.FindAll("article svg[role^=graphics-document]").Count >= drawn);
        string role = language switch { Language.Chinese => "节点", Language.Japanese => "ノード", _ => "node" };
        Assert.All(
            view.FindAll("article svg [aria-roledescription]"),
            node => Assert.Equal(role, node.GetAttribute("aria-roledescription")));
        foreach (Block.Paragraph text in chapter.Blocks.OfType<Block.Paragraph>())
        {
            // Chinese has no kana; English has neither.
            string words = text.Words.In(language);
            Assert.Equal(language == Language.Japanese, words.Any(static c => c is >= '\u3041' and <= '\u30ff'));
            Assert.Equal(language != Language.English, words.Any(static c => c is >= '\u4e00' and <= '\u9fff'));
        }
    }

    [Fact]
    public void Chapters_lead_to_their_neighbours()
    {
        IRenderedComponent<LessonsView> view = Show(null, Language.English);
        for (int i = 1; i < Course.Chapters.Count; i++)
        {
            view.Find(".neighbours .next").Click();
            Assert.Equal(Course.Chapters[i].Name, _state.Chapter);
            view = Show(_state.Chapter, Language.English);
        }

        Assert.Empty(view.FindAll(".neighbours .next"));
    }

    [Fact]
    public void A_graph_is_stepped_through_unfolded_and_opened_in_the_workbench()
    {
        IRenderedComponent<LessonsView> view = Show("activations", Language.Japanese);
        view.Find(".live .toolbar button").Click();
        Assert.Equal(4, view.FindAll(".live .node rect").Count);
        // At the start, then x × (−1).
        view.FindAll(".live .scrub button")[0].Click();
        view.FindAll(".live .scrub button")[3].Click();
        Assert.Contains("-1", view.Find(".live figcaption").TextContent);
        view.Find(".live a").Click();
        Assert.Equal(Area.Workbench, _state.Area);
        Assert.Equal("y = sigmoid(x)", _state.Formula);
        Assert.Equal(["sigmoid"], _state.Unfold);
        Assert.Equal(1, _state.Step);
    }

    [Fact]
    public void The_exercise_tells_right_from_wrong()
    {
        IRenderedComponent<LessonsView> view = Show("nodes", Language.English);
        // From the right: the tax and the sum, 200 and 450, then apple, apples, orange and oranges.
        string[] labels = [.. view.FindAll(".quiz label").Select(static label => label.TextContent)];
        Dictionary<string, string> right = new()
        {
            ["650"] = "1.1",
            ["tax = 1.1"] = "650",
            ["200"] = "1.1",
            ["450"] = "1.1",
            ["apple = 100"] = "2.2",
            ["apples = 2"] = "110",
            ["orange = 150"] = "3,3",
            ["oranges = 3"] = "165",
        };
        Assert.Equal(right.Keys.Order(), labels.Order());
        for (int i = 0; i < labels.Length; i++) view.FindAll(".quiz input")[i].Input(right[labels[i]]);
        view.FindAll(".quiz input")[2].Input("7");
        view.Find(".quiz").Submit();
        Assert.Equal(7, Marks(view, "✓"));
        Assert.Equal("true", view.FindAll(".quiz input")[2].GetAttribute("aria-invalid"));
        Assert.StartsWith("7 of 8 are right.", view.Find(".quiz [role=status]").TextContent);
        view.FindAll(".quiz input")[2].Input(right[labels[2]]);
        view.Find(".quiz").Submit();
        Assert.Equal("All right!", view.Find(".quiz [role=status]").TextContent);
    }

    [Fact]
    public void The_answers_can_be_shown()
    {
        IRenderedComponent<LessonsView> view = Show("nodes", Language.Chinese);
        view.Find(".quiz .chip").Click();
        Assert.Equal(8, Marks(view, "✓"));
    }

    [Fact]
    public void A_kink_within_reach_is_told()
    {
        IRenderedComponent<LessonsView> view = Show("check", Language.English);
        Assert.Contains("They agree.", view.Find(".task [role=status]").TextContent);
        view.Find("#kink-x").Input("-0.05");
        Assert.Contains("kink", view.Find(".task [role=status]").TextContent);
    }

    [Fact]
    public void The_check_finds_the_layer_with_the_wrong_rule_in_every_network()
    {
        var culprits = new HashSet<string>();
        for (int seed = 0; seed < 10; seed++)
        {
            var network = BuggyNetwork.Of(seed);
            foreach (CheckedLayer layer in network.Layers)
            {
                layer.Check();
                Assert.Equal(layer.IsWrong, layer.Difference > 1e-3);
            }

            CheckedLayer bias = network.Layers[1];
            if (bias.IsWrong) Assert.Equal("[2, 4] ≠ [4]", bias.Finding);
            culprits.Add(network.Layers.Single(static layer => layer.IsWrong).Name);
        }

        Assert.Equal(6, culprits.Count);
    }

    [Fact]
    public void Accusing_a_layer_tells_whether_it_was_it()
    {
        IRenderedComponent<LessonsView> view = Show("check", Language.English);
        int wrong = BuggyNetwork.Of(0).Layers.TakeWhile(static layer => !layer.IsWrong).Count();
        view.FindAll(".bugs tbody tr")[wrong == 0 ? 1 : 0].QuerySelectorAll("button")[1].Click();
        Assert.Contains("is right: both ways agree", view.Find(".task .verdict").TextContent);
        view.FindAll(".bugs tbody tr")[wrong].QuerySelectorAll("button")[1].Click();
        Assert.StartsWith("Found: it is", view.Find(".task .verdict").TextContent);
    }

    [Fact]
    public async Task Both_gradients_are_measured_and_agree()
    {
        int reports = 0;
        SlowGradient.Result result = await SlowGradient.MeasureAsync(_ => reports++);
        // Central differences with h = 1e-4 are off by about h² times the third derivative; never by nothing.
        Assert.InRange(result.LargestDifference, double.Epsilon, 1e-6);
        Assert.True(result.Numerical > TimeSpan.Zero && result.Backward > TimeSpan.Zero);
    }

    private static int Marks(IRenderedComponent<LessonsView> view, string sign) =>
        view.FindAll(".quiz .mark").Count(mark => mark.TextContent.Contains(sign, StringComparison.Ordinal));

    private IRenderedComponent<LessonsView> Show(string? chapter, Language language)
    {
        _state = _state with { Chapter = chapter, Language = language };
        return _context.Render<LessonsView>(parameters => parameters
            .Add(view => view.State, _state)
            .Add(view => view.StateChanged, state => _state = state));
    }
}
