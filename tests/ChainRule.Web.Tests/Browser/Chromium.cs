using Microsoft.Playwright;

namespace ChainRule.Web.Tests.Browser;

/// <summary>
/// The machine's own Chromium with the published page; tests are skipped where one of them is missing.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private PublishedPage? _page;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    /// <summary>Opens the page.</summary>
    /// <param name="fragment">The state in its address.</param>
    /// <param name="width">How wide the window is.</param>
    /// <param name="colours">Whether the reader likes it dark.</param>
    /// <param name="serviceWorkers">Whether the page may keep its files.</param>
    /// <returns>The page, ready, and what it has complained about so far.</returns>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(
        string fragment = "",
        int width = 1360,
        ColorScheme colours = ColorScheme.Light,
        ServiceWorkerPolicy serviceWorkers = ServiceWorkerPolicy.Allow)
    {
        if (_missing is not null) Assert.Skip(_missing);
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            Locale = "en",
            ColorScheme = colours,
            ServiceWorkers = serviceWorkers,
            AcceptDownloads = true,
            Permissions = ["clipboard-read", "clipboard-write"],
            ViewportSize = new() { Width = width, Height = 860 },
        });
        IPage page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            // Nothing may be asked of others.
            if (!request.Url.StartsWith(_page!.Address, StringComparison.Ordinal)) complaints.Add(request.Url);
        };
        await page.GotoAsync(_page!.Address + fragment);
        await page.Locator("main").WaitForAsync(new() { Timeout = 60_000 });
        return (page, complaints);
    }

    /// <summary>The bytes that the page has sent so far.</summary>
    public long Transferred => _page!.Transferred;

    public async ValueTask InitializeAsync()
    {
        string? chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(static folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
        _missing = chromium is null ? "There is no chromium on the PATH."
            : !Directory.Exists(PublishedPage.Folder) ? "The page is not published: run scripts/publish-web.sh."
            : null;
        if (_missing is not null) return;
        _page = new();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _page?.Dispose();
    }
}
