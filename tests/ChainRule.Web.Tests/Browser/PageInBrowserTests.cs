using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChainRule.Web.Tests.Browser;

/// <summary>What holds for the whole page.</summary>
[Trait("Needs", "browser")]
public sealed class PageInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task It_opens_again_without_a_network()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync("#f=x%20*%20y&.x=3&.y=5");
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        await page.WaitForFunctionAsync("navigator.serviceWorker.controller !== null");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator(".figure")).ToContainTextAsync("15");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Paths" }).ClickAsync();
        await Expect(page.Locator(".counts")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4")]
    [InlineData("#f=L%20%3D%20-sum(t%20*%20log(softmax(a)))&.a=[0.3,2.9,4]&.t=[0,1,0]&unfold=softmax&lang=zh")]
    [InlineData("#f=x%20%2B%20sigmod(y)&lang=ja")]
    [InlineData("#f=z%20%3D%20x%20*%20y&embed=1")]
    [InlineData("#lesson=why")]
    [InlineData("#lesson=nodes&lang=zh")]
    [InlineData("#lesson=check&lang=ja")]
    [InlineData("#lesson=training")]
    [InlineData("#network=")]
    public async Task No_rule_of_accessibility_is_broken(string fragment)
    {
        foreach (ColorScheme colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            (IPage page, _) = await chromium.OpenAsync(fragment, colours: colours);
            await Check(page);
            for (int tab = 0; tab < await page.GetByRole(AriaRole.Tab).CountAsync(); tab++)
            {
                await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
                await Check(page);
            }
        }
    }

    private static async Task Check(IPage page)
    {
        AxeResult result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(static broken =>
            broken.Nodes.Select(node => $"{broken.Id}: {broken.Help}: {node.Html}")));
    }
}
