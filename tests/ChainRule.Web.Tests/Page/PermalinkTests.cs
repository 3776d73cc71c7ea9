using ChainRule.Web.Page;
using CsCheck;

namespace ChainRule.Web.Tests.Page;

public sealed class PermalinkTests
{
    [Fact]
    public void A_state_comes_back_from_its_link() => Gen
        .Select(Gen.String, Gen.String, Gen.String, Gen.Int[0, 50], Gen.Bool, Gen.Enum<Language>())
        .Sample(static (formula, name, value, step, isSecond, language) =>
        {
            PageState state = (PageState.First with
            {
                Formula = Valid(formula),
                By = "x",
                IsSecond = isSecond,
                Step = step,
                Language = language,
            }).With("v" + Valid(name), Valid(value));
            state = (isSecond ? state.TurnFold("t").TurnUnfold("softmax").TurnUnfold("elements") : state) with
            {
                Step = step,
                IsEmbedded = isSecond,
                Area = isSecond ? Area.Lessons : Area.Workbench,
                Chapter = isSecond ? "chain rule" : null,
            };
            PageState read = Permalink.Read(Permalink.Of(state));
            Assert.Equal(state with { Values = read.Values, Fold = read.Fold, Unfold = read.Unfold }, read);
            Assert.Equal(state.Fold, read.Fold);
            Assert.Equal(state.Unfold, read.Unfold);
            Assert.Equal(state.Values, read.Values);
        });

    [Fact]
    public void The_live_network_has_its_settings_in_the_link()
    {
        PageState state = PageState.First with { Area = Area.Network, Network = "moons;8-8;relu;he;sgd;0.5;20;3" };
        PageState read = Permalink.Read(Permalink.Of(state));
        Assert.Equal((Area.Network, state.Network), (read.Area, read.Network));
        read = Permalink.Read(Permalink.Of(state with { Network = null }));
        Assert.Equal((Area.Network, null), (read.Area, read.Network));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#&&=&==1&.=2&nonsense=1")]
    public void A_link_that_says_nothing_shows_the_first_page(string fragment) =>
        Assert.Equal(PageState.First, Permalink.Read(fragment));

    [Fact]
    public void Links_longer_than_any_of_the_page_are_not_read() =>
        Assert.Equal(PageState.First, Permalink.Read("#f=" + new string('1', 1_000_000)));

    // Half a surrogate pair is no text that an address could hold.
    private static string Valid(string text) => string.Concat(text.Where(static c => !char.IsSurrogate(c)));
}
