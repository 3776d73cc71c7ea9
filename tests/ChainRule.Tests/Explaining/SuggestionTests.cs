using ChainRule.Explaining;

namespace ChainRule.Tests.Explaining;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("trian", "train")] // swapped
    [InlineData("tran", "train")] // left out
    [InlineData("checkk", "check")] // doubled
    [InlineData("dem0", "demo")] // changed
    [InlineData("xyz", null)]
    [InlineData("d", null)]
    public void A_slip_or_two_is_understood_and_more_is_not(string word, string? expected) =>
        Assert.Equal(expected, Suggestion.For(word, ["demo", "train", "check"]));
}
