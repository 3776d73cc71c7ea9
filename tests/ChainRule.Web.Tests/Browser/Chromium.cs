using Microsoft.Playwright;

namespace ChainRule.Web.Tests.Browser;

/// <summary>The machine's own Chromium with the published page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly PublishedPage _page = new();
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>What this machine lacks; null if it has all that is needed.</summary>
    public static string? Missing { get; } =
        Program is null ? "There is no chromium on the PATH."
        : !Directory.Exists(PublishedPage.Folder) ? "The page is not published: run scripts/publish-web.sh."
        : null;

    /// <summary>The bytes that the page has sent so far.</summary>
    public long Transferred => _page.Transferred;

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, "chromium"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public static async Task<Chromium> StartAsync()
    {
        if (Missing is not null) throw new InvalidOperationException(Missing);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = Arguments,
        }));
    }

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
        IBrowserContext context = await _browser.NewContextAsync(new()
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
            if (!request.Url.StartsWith(_page.Address, StringComparison.Ordinal)) complaints.Add(request.Url);
        };
        await page.GotoAsync(_page.Address + fragment);
        await page.Locator("main").WaitForAsync(new() { Timeout = 60_000 });
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _page.Dispose();
    }
}
