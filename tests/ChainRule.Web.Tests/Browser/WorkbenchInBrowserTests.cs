using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

[Trait("Needs", "browser")]
public sealed class WorkbenchInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Square = "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4";

    [Fact]
    public async Task Scrubbing_shows_the_lessons_numbers_forward_and_back()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        ILocator tiles = page.Locator(".tile b"), shown = page.Locator(".figure .label:visible");
        string[][] steps =
            [[], ["3", "4", "7"], ["7", "49"], ["1"], ["1", "14", "14"], ["14", "1", "14"], ["14", "1", "14"]];
        // Two values and names, then what each step adds; the result's name comes with its value.
        int[] labels = [2, 3, 5, 6, 7, 8, 9];
        await page.Keyboard.PressAsync("Home");
        for (int step = 0; step < steps.Length; step++)
        {
            await Expect(tiles).ToHaveTextAsync(steps[step]);
            await Expect(shown).ToHaveCountAsync(labels[step]);
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Keyboard.PressAsync("End");
        for (int step = steps.Length - 1; step >= 0; step--)
        {
            await Expect(tiles).ToHaveTextAsync(steps[step]);
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_wrong_formula_shows_its_place_and_a_right_one_draws_again()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        await page.Locator("#formula").FillAsync("x + sigmod(y)");
        await Expect(page.Locator(".behind mark")).ToHaveTextAsync("sigmod");
        await Expect(page.Locator("#formula-mistake p")).ToContainTextAsync("did you mean “sigmoid”?");
        await page.Locator("#formula").FillAsync("x * y");
        await Expect(page.Locator("#formula-mistake p")).ToHaveCountAsync(0);
        await Expect(page.Locator(".figure")).ToContainTextAsync("12");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_address_brings_everything_back()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        await page.Locator("#formula").FillAsync("苹果 * 个数");
        await page.Locator("#value-苹果").FillAsync("100");
        await page.Locator("#value-个数").FillAsync("2");
        await page.GetByRole(AriaRole.Radio, new() { Name = "日本語" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "苹果" }).CheckAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".tile b")).ToHaveTextAsync(["100", "2", "200"]);
        string text = await page.Locator(".workbench").InnerTextAsync();
        await page.ReloadAsync();
        await page.Locator(".figure svg").WaitForAsync();
        Assert.Equal(text, await page.Locator(".workbench").InnerTextAsync());
        Assert.Equal("ja", await page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Nothing_sticks_out_on_a_phone()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square, width: 360);
        for (int tab = 0; tab < 3; tab++)
        {
            await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }

        Assert.Empty(complaints);
    }
}
