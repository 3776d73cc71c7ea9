using Microsoft.Playwright;

namespace ChainRule.Web.Tests.Browser;

/// <summary>One Chromium for the tests of a class, which are skipped where there is none.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private Chromium? _chromium;

    /// <summary>The bytes that the page has sent so far.</summary>
    public long Transferred => _chromium!.Transferred;

    /// <inheritdoc cref="Chromium.OpenAsync"/>
    public Task<(IPage Page, List<string> Complaints)> OpenAsync(
        string fragment = "",
        int width = 1360,
        ColorScheme colours = ColorScheme.Light,
        ServiceWorkerPolicy serviceWorkers = ServiceWorkerPolicy.Allow)
    {
        if (_chromium is null) Assert.Skip(Chromium.Missing!);
        return _chromium.OpenAsync(fragment, width, colours, serviceWorkers);
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is null) _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
    }
}
