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
            Assert.Empty(read.Values.Except(state.Values));
            // What is left out, the formula does not need: it can be read, and its variables are others.
            Assert.All(state.Values.Except(read.Values), value =>
                Assert.DoesNotContain(value.Key, Expression.Parse(state.Formula).Variables));
        });

    [Theory]
    [InlineData("x * z", "#f=x%20%2A%20z&.x=3&.z=5")]
    [InlineData("exp(2)", "#f=exp%282%29")]
    // Perhaps it is still being typed.
    [InlineData("x * ", "#f=x%20%2A%20&.x=3&.y=4&.z=5")]
    public void Values_of_variables_that_the_formula_has_no_more_are_left_out(string formula, string link) =>
        Assert.Equal(link, Permalink.Of(PageState.First.With("z", "5") with { Formula = formula }));

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
