using ChainRule.Web.Tests.Browser;
using Microsoft.Playwright;

// Takes pictures of every screen of the page, light and dark, wide and narrow, into artifacts/screenshots; or of those
// that are named.
const string Fruit = "f=total%20%3D%20(apple%20*%20apples%20%2B%20orange%20*%20oranges)%20*%20tax"
    + "&.apple=100&.apples=2&.orange=150&.oranges=3&.tax=1.1";

// What the file is called, the state of the page, and the tab to open, from 0 on, if one.
(string Name, string Fragment, int? Tab)[] screens =
[
    ("workbench", $"#{Fruit}&step=9", null),
    ("workbench-zh", "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4&step=5&lang=zh", null),
    ("unfolded", "#f=y%20%3D%20sigmoid(w%20*%20x%20%2B%20b)&.w=2&.x=1.5&.b=-1&unfold=sigmoid", null),
    ("paths", $"#{Fruit}", 1),
    ("nudge", "#f=y%20%3D%20relu(x)%20%2B%20x**2&.x=0.05", 2),
    ("check", $"#{Fruit}", 3),
    ("mistake", "#f=x%20%2B%20sigmod(y)&.x=1&.y=2", null),
    ("embedded", "#f=z%20%3D%20(x%20%2B%20y)**2&.x=3&.y=4&embed=1", null),
    ("lesson", "#lesson=activations", null),
    ("check-chapter", "#lesson=check", null),
    ("network", "#network=", null),
    ("race", "#network=race", null),
    ("race-ja", "#network=race;rosenbrock;;;;;;;;120&lang=ja", null),
    ("lesson-ja", "#lesson=nodes&lang=ja", null),
];

try
{
    await using Chromium chromium = await Chromium.StartAsync();
    foreach ((string name, string fragment, int? tab) in screens)
    {
        if (args.Length > 0 && !args.Contains(name)) continue;
        foreach ((string size, int width) in ((string, int)[])[("wide", 1360), ("narrow", 390)])
        {
            foreach (ColorScheme colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                string file = $"{name}-{size}-{colours.ToString().ToLowerInvariant()}.png";
                (IPage page, _) = await chromium.OpenAsync(fragment, width, colours);
                if (tab is { } number) await page.GetByRole(AriaRole.Tab).Nth(number).ClickAsync();
                // What is loaded when it is opened.
                await page.Locator("main [role=status]:has-text('…')").WaitForAsync(
                    new() { State = WaitForSelectorState.Detached });
                await page.ScreenshotAsync(new()
                {
                    Path = RepositoryRoot.Of("artifacts", "screenshots", file),
                    FullPage = true,
                });
                await page.Context.CloseAsync();
                Console.WriteLine(file);
            }
        }
    }

    return 0;
}
catch (InvalidOperationException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
