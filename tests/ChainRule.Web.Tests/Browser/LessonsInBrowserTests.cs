using ChainRule.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

[Trait("Needs", "browser")]
public sealed class LessonsInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ja")]
    public async Task Every_chapter_opens_and_fits_a_phone(string language)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync($"#lesson=&lang={language}", width: 390);
        for (int i = 0; i < Course.Chapters.Count; i++)
        {
            await page.Locator($".contents li:nth-child({i + 1}) a").ClickAsync();
            await Expect(page.Locator(".contents a[aria-current]")).ToHaveCountAsync(1);
            await Expect(page.Locator("article h2")).Not.ToBeEmptyAsync();
            Assert.Contains($"lesson={Course.Chapters[i].Name}", page.Url);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_readers_own_machine_is_measured()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#lesson=why");
        await page.Locator(".task .action").ClickAsync();
        await Expect(page.Locator(".task .verdict")).ToContainTextAsync(
            "times as fast here", new() { Timeout = 120_000 });
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Two_graphs_on_one_page_are_stepped_through_by_themselves()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#lesson=graphs");
        ILocator labels = page.Locator(".live .label:visible");
        await page.Locator(".live .scrub button").First.ClickAsync();
        // The values of three variables, then the first product.
        await Expect(labels).ToHaveCountAsync(3);
        await page.Locator(".live .scrub button").Nth(3).ClickAsync();
        await Expect(labels).ToHaveCountAsync(4);
        await Expect(page.Locator(".live figcaption")).ToContainTextAsync("200");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_figure_opens_in_the_workbench_and_the_way_leads_back()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#lesson=chain-rule");
        await page.Locator(".live a").ClickAsync();
        await Expect(page.Locator("#formula")).ToHaveValueAsync("t = x + y; z = t**2");
        await page.GoBackAsync();
        await Expect(page.Locator("article h2")).ToHaveTextAsync("The chain rule");
        Assert.Empty(complaints);
    }
}
