using System.Globalization;
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
    public async Task The_exercise_is_filled_in_and_checked()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#lesson=nodes");
        ILocator boxes = page.Locator(".quiz input"), verdict = page.Locator(".quiz [role=status]");
        // What stands in each box: the factors of what is to its left, from the price back to the fruit.
        Dictionary<string, string> answers = new()
        {
            ["650"] = "1.1",
            ["tax = 1.1"] = "650",
            ["200"] = "1.1",
            ["450"] = "1.1",
            ["apple = 100"] = "2.2",
            ["apples = 2"] = "110",
            ["orange = 150"] = "3.3",
            ["oranges = 3"] = "165",
        };
        foreach (string label in await page.Locator(".quiz label").AllInnerTextsAsync())
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(answers[label]);
        await boxes.First.FillAsync("7");
        await page.Locator(".quiz .action").ClickAsync();
        await Expect(verdict).ToContainTextAsync("7 of 8 are right.");
        await Expect(boxes.First).ToHaveAttributeAsync("aria-invalid", "true");
        await boxes.First.FillAsync(answers[await page.Locator(".quiz label").First.InnerTextAsync()]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(verdict).ToHaveTextAsync("All right!");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_check_finds_planted_mistakes_also_by_a_shape()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#lesson=check");
        ILocator rows = page.Locator(".bugs tbody tr"), verdict = page.Locator("#app .task .verdict");
        // The second network has the bias whose derivative is not summed up.
        foreach (string wrong in (string[])["ReLU", "+ b"])
        {
            var findings = new List<string>();
            for (int i = 0; i < await rows.CountAsync(); i++)
            {
                await rows.Nth(i).GetByRole(AriaRole.Button).First.ClickAsync();
                await Expect(rows.Nth(i).Locator(".mono")).Not.ToBeEmptyAsync();
                findings.Add(await rows.Nth(i).Locator(".mono").InnerTextAsync());
            }

            // Shapes that differ, or what is no tiny number.
            int found = findings.FindIndex(static text =>
                !double.TryParse(text, CultureInfo.InvariantCulture, out double difference) || difference > 1e-3);
            await Expect(rows.Nth(found).Locator("th")).ToHaveTextAsync(wrong);
            if (wrong == "+ b") Assert.Equal("[2, 4] ≠ [4]", findings[found]);
            await rows.Nth(found).GetByRole(AriaRole.Button).Last.ClickAsync();
            await Expect(verdict).ToContainTextAsync($"Found: it is {wrong};");
            await page.Locator(".task > .chip").ClickAsync();
        }

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
