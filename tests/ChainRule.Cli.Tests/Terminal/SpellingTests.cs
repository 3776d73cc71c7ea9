namespace ChainRule.Cli.Tests;

public sealed class SpellingTests
{
    [Fact]
    public void Mathematical_signs_have_an_ASCII_spelling() =>
        Assert.Equal("|d| <= 2 * max(1, 0.01^2) - us", Spelling.Ascii("|Δ| ≤ 2 · max(1, 0.01²) – µs"));
}
