using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

/// <summary>Keys along the edges of the picture.</summary>
[Trait("Needs", "browser")]
public sealed class KeyboardInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Fruit = "#f=total%20%3D%20(apple%20*%20apples%20%2B%20orange%20*%20oranges)%20*%20tax"
        + "&.apple=100&.apples=2&.orange=150&.oranges=3&.tax=1.1";

    [Fact]
    public async Task Arrow_keys_go_along_the_edges()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Fruit);
        ILocator figure = page.Locator("#graph");
        await figure.FocusAsync();
        await Expect(figure).ToHaveAttributeAsync("aria-description", new Regex("^Arrow keys"));
        // The total; the sum; the product above, then that below; its inputs; and back again.
        (string Key, string Value)[] ways =
        [
            ("ArrowLeft", "715"), ("ArrowLeft", "650"), ("ArrowLeft", "200"), ("ArrowDown", "450"), ("ArrowUp", "200"),
            ("ArrowDown", "450"), ("ArrowLeft", "orange"), ("ArrowDown", "oranges"), ("ArrowRight", "450"),
            ("ArrowRight", "650"), ("ArrowRight", "715"), ("ArrowRight", "715"),
        ];
        foreach ((string key, string value) in ways)
        {
            await page.Keyboard.PressAsync(key);
            string? label = await Current(page);
            Assert.Matches($@"(?<!\d){value}(?!\d|\w)", label);
        }

        // What scrubs elsewhere has not scrubbed.
        Assert.DoesNotContain("step=", page.Url);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Enter_shows_the_nodes_step_and_the_next_one_it_takes_part_in()
    {
        const string Square = "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4&step=0";
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        ILocator tiles = page.Locator(".tile b");
        await page.Locator("#graph").FocusAsync();
        await Expect(page.Locator("#graph")).ToHaveAttributeAsync("aria-description", new Regex("."));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Expect(tiles).ToHaveTextAsync(["3", "4", "7"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(tiles).ToHaveTextAsync(["14", "1", "14"]);
        // The picture still has the focus, and the node is still the one.
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains("49", await Current(page));
        // Elsewhere the same keys scrub as ever.
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(tiles).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    private static Task<string?> Current(IPage page) => page.EvaluateAsync<string?>(
        "document.getElementById(document.getElementById('graph').getAttribute('aria-activedescendant'))"
        + ".getAttribute('aria-label')");
}
