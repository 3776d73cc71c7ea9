namespace ChainRule.Web.Tests.Browser;

/// <summary>By itself, so that no other test's page is counted.</summary>
[Trait("Needs", "browser")]
public sealed class FirstVisitTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    // Decimal megabytes, as hosts count them.
    private const long MostTransferred = 2_500_000;

    [Fact]
    public async Task A_first_visit_is_small()
    {
        // Without the service worker, which fetches in the background what was not needed yet.
        await chromium.OpenAsync(serviceWorkers: Microsoft.Playwright.ServiceWorkerPolicy.Block);
        Assert.InRange(chromium.Transferred, 1_000_000, MostTransferred);
    }
}
