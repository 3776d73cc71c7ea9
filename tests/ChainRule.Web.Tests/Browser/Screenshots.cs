using Microsoft.Playwright;

namespace ChainRule.Web.Tests.Browser;

/// <summary>Pictures of every screen, made by scripts/screenshots.sh: no tests, and only run when asked for.</summary>
[Trait("Needs", "browser")]
[Trait("Makes", "pictures")]
public sealed class Screenshots(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Fruit = "f=total%20%3D%20(apple%20*%20apples%20%2B%20orange%20*%20oranges)%20*%20tax"
        + "&.apple=100&.apples=2&.orange=150&.oranges=3&.tax=1.1";

    /// <summary>The screens by what their files are called.</summary>
    public static TheoryData<string, string, int> Screens => new()
    {
        { "workbench", $"#{Fruit}&step=9", -1 },
        { "workbench-zh", "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4&step=5&lang=zh", -1 },
        { "unfolded", "#f=y%20%3D%20sigmoid(w%20*%20x%20%2B%20b)&.w=2&.x=1.5&.b=-1&unfold=sigmoid", -1 },
        { "paths", $"#{Fruit}", 1 },
        { "nudge", "#f=y%20%3D%20relu(x)%20%2B%20x**2&.x=0.05", 2 },
        { "check", $"#{Fruit}", 3 },
        { "mistake", "#f=x%20%2B%20sigmod(y)&.x=1&.y=2", -1 },
        { "embedded", "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4&embed=1", -1 },
        { "lesson", "#lesson=activations", -1 },
        { "check-chapter", "#lesson=check", -1 },
        { "lesson-ja", "#lesson=nodes&lang=ja", -1 },
    };

    [Theory(Explicit = true)]
    [MemberData(nameof(Screens))]
    public async Task Show(string name, string fragment, int tab)
    {
        foreach ((string size, int width) in ((string, int)[])[("wide", 1360), ("narrow", 390)])
        {
            foreach (ColorScheme colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                (IPage page, _) = await chromium.OpenAsync(fragment, width, colours);
                if (tab >= 0) await page.GetByRole(AriaRole.Tab).Nth(tab).ClickAsync();
                await page.ScreenshotAsync(new()
                {
                    Path = RepositoryRoot.Of(
                        "artifacts", "screenshots", $"{name}-{size}-{colours.ToString().ToLowerInvariant()}.png"),
                    FullPage = true,
                });
                await page.Context.CloseAsync();
            }
        }
    }
}
