using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

[Trait("Needs", "browser")]
public sealed class WorkbenchInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
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
        for (int tab = 0; tab < 5; tab++)
        {
            await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_click_unfolds_and_a_chip_folds_again()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#f=y%20%3D%20sigmoid(x)&.x=1");
        ILocator nodes = page.Locator(".figure .node rect");
        await Expect(nodes).ToHaveCountAsync(1);
        await page.Locator(".figure [data-unfold=sigmoid]").ClickAsync();
        await Expect(nodes).ToHaveCountAsync(4);
        await Expect(page.Locator(".figure")).ToContainTextAsync("0.731059");
        Assert.Contains("unfold=sigmoid", page.Url);
        await page.Locator(".folds .chip").ClickAsync();
        await Expect(nodes).ToHaveCountAsync(1);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("SVG", "z.svg")]
    [InlineData("PNG", "z.png")]
    [InlineData("TikZ", "z.tex")]
    public async Task Files_are_saved(string kind, string name)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        await page.Locator(".menu summary").ClickAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        byte[] start = kind switch
        {
            "PNG" => [0x89, .. "PNG"u8],
            "SVG" => [.. "<svg"u8],
            _ => [.. "%"u8],
        };
        Assert.Equal(start, bytes[..start.Length]);
        Assert.True(bytes.Length > 1000);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_copied_link_opens_the_same_page()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        await page.Locator(".menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        string text = await page.Locator("main").InnerTextAsync();
        string link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(link);
        await page.Locator(".figure svg").WaitForAsync();
        Assert.Equal(text, await page.Locator("main").InnerTextAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_browser_goes_back_to_the_workbench()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(Square);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lesson", Exact = true }).ClickAsync();
        await page.Locator(".lessons article").WaitForAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("#formula")).ToHaveValueAsync("z = (x + y)**2");
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("#f=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("#f=x&.x=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    [InlineData("#f=sum(ones(100000000))&unfold=elements&step=99999999999")]
    [InlineData("#lesson=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&lang=%3Cb%3E")]
    [InlineData("#f=((((((((((x&fold=%00,%FF&by=%ED%A0%80")]
    public async Task Links_of_strangers_do_no_harm(string fragment)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(fragment);
        bool isAlerted = false;
        page.Dialog += (_, dialog) =>
        {
            isAlerted = true;
            _ = dialog.DismissAsync();
        };
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
        Assert.False(isAlerted);
        Assert.Empty(complaints);
    }
}
