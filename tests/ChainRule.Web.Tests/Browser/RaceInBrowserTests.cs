using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

[Trait("Needs", "browser")]
public sealed class RaceInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly LocatorAssertionsToHaveCountOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Optimisers_race_from_where_the_reader_wants()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#network=");
        await page.Locator(".kinds a").Nth(1).ClickAsync();
        await Expect(page.Locator(".plane .way")).ToHaveCountAsync(4, Patient);

        // By mouse, in the middle of the picture; then by keys.
        LocatorBoundingBoxResult field = (await page.Locator(".plane .field").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(field.X + (field.Width / 4), field.Y + (field.Height / 2));
        ILocator start = page.Locator(".start");
        await Expect(start).ToHaveAttributeAsync("aria-label", new Regex("x −4(\\.0\\d)?, y −?0(\\.0\\d)?;"));
        await start.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(start).ToHaveAttributeAsync("aria-label", new Regex("y 0\\.(29|3)"));

        // It plays and pauses; what is shown is in the address.
        await page.Locator(".transport .primary").ClickAsync();
        await Expect(page.Locator(".transport output")).ToHaveTextAsync(new Regex("^step [2-9] of 40"));
        await page.Locator(".transport .primary").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("network=race(%3B|;)valley(%3B|;)-4.*(%3B|;)[1-9][0-9]?(&|$)"));
        string table = await page.Locator(".standing table").InnerTextAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".plane .way")).ToHaveCountAsync(4, Patient);
        Assert.Equal(table, await page.Locator(".standing table").InnerTextAsync());
        Assert.Empty((await page.RunAxe()).Violations.Select(static violation => violation.Id));

        // The surface's own graph.
        await page.Locator(".race .settings a").ClickAsync();
        await Expect(page.Locator("#formula")).ToHaveValueAsync("x**2 / 20 + y**2");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Every_surface_fits_a_phone()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#network=race&lang=zh", width: 360);
        ILocator surfaces = page.Locator(".settings select");
        await Expect(page.Locator(".plane .way")).ToHaveCountAsync(4, Patient);
        int count = await surfaces.Locator("option").CountAsync();
        for (int i = 0; i < count; i++)
        {
            await surfaces.SelectOptionAsync(new SelectOptionValue { Index = i });
            await Expect(page.Locator(".plane .way")).ToHaveCountAsync(4, Patient);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }

        Assert.Empty(complaints);
    }
}
