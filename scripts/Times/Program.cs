using System.Diagnostics;
using System.Globalization;
using ChainRule.Web.Tests.Browser;
using Microsoft.Playwright;

// Measures the published page in Chromium: how soon it is there, how soon a key is followed by the new picture, and how
// long the longest frame is while a network is trained beside it.

const int Starts = 3, Keys = 20;

// 40 operations on 9 variables.
const string Fifty = "h1 = tanh(w1*x + w2*y + b); h2 = sigmoid(w3*x + w4*y + b); h3 = relu(w1*h1 + w2*h2 + c); "
    + "h4 = exp(w3*h1 - w4*h2) / (1 + exp(h3)); p = h3*h4 + sin(x*y) - cos(x + h4); "
    + "z = (p - t)**2 + (h1 - h2)**2 + sin(w2)*cos(w3) + w1*w1";

// From an event to the next frame after the picture has changed, in milliseconds.
const string Watch = """
    window.times = [];
    let begun = 0;
    addEventListener('input', event => begun = event.timeStamp, true);
    new MutationObserver(() => {
      if (!begun) return;
      const [start, changed] = [begun, performance.now()];
      begun = 0;
      requestAnimationFrame(() => setTimeout(() => window.times.push([changed - start, performance.now() - start])));
    }).observe(document.querySelector('#graph'), { childList: true, subtree: true });
    """;

// The page lets nobody evaluate text again and again, so that it is waited for in one promise.
const string Measured = """
    count => new Promise(done => {
      const timer = setInterval(() => {
        if (window.times.length <= count) return;
        clearInterval(timer);
        done();
      }, 20);
    })
    """;

const string Frames = """
    window.gaps = [];
    const frame = last => requestAnimationFrame(now => { window.gaps.push(now - last); frame(now); });
    frame(performance.now());
    """;

try
{
    await using Chromium chromium = await Chromium.StartAsync();
    var starts = new List<double>();
    for (int i = 0; i < Starts; i++)
    {
        var watch = Stopwatch.StartNew();
        (IPage page, _) = await chromium.OpenAsync("#f=x%20*%20y&.x=3&.y=5", serviceWorkers: ServiceWorkerPolicy.Block);
        await page.Locator("#graph svg").WaitForAsync();
        starts.Add(watch.Elapsed.TotalMilliseconds);
        await page.Context.CloseAsync();
    }

    Print("a cold start, until the first graph is there", starts);

    (IPage typed, _) = await chromium.OpenAsync($"#f={Uri.EscapeDataString(Fifty)}&.x=1&.y=2&.t=0.5");
    await typed.Locator("#graph svg").WaitForAsync();
    int nodes = await typed.Locator("#graph [aria-roledescription]").CountAsync();
    await typed.EvaluateAsync(Watch);
    await typed.Locator("#formula").FocusAsync();
    await typed.Keyboard.PressAsync("Control+End");
    for (int i = 0; i < Keys; i++)
    {
        // A digit more or less: another formula each time, that can be read each time.
        await typed.Keyboard.PressAsync(i % 2 == 0 ? "2" : "Backspace");
        await typed.EvaluateAsync(Measured, i);
    }

    double[][] times = await typed.EvaluateAsync<double[][]>("window.times");
    Print($"a key to the changed picture of {nodes} operations", times.Select(static time => time[0]));
    Print("the same until it is painted", times.Select(static time => time[1]));
    await typed.Context.CloseAsync();

    (IPage network, _) = await chromium.OpenAsync("#network=");
    ILocator train = network.Locator(".buttons .primary");
    await Assertions.Expect(train).ToBeEnabledAsync(new() { Timeout = 60_000 });
    await network.EvaluateAsync(Frames);
    await train.ClickAsync();
    await Task.Delay(TimeSpan.FromSeconds(8));
    double[] gaps = await network.EvaluateAsync<double[]>("window.gaps");
    string speed = await network.Locator(".numbers dd").Nth(4).InnerTextAsync();
    Print($"a frame while a network is trained ({speed} steps a second)", gaps);

    await network.Locator(".kinds a").Nth(1).ClickAsync();
    await Assertions.Expect(network.Locator(".plane .way")).ToHaveCountAsync(4, new() { Timeout = 60_000 });
    await network.EvaluateAsync("window.gaps.length = 0");
    await network.Locator(".transport .primary").ClickAsync();
    await Task.Delay(TimeSpan.FromSeconds(5));
    Print("a frame while optimisers race", await network.EvaluateAsync<double[]>("window.gaps"));
    return 0;
}
catch (InvalidOperationException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}

static void Print(string what, IEnumerable<double> times)
{
    double[] sorted = [.. times.Order()];
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {sorted[sorted.Length / 2]:F0} ms usually, {sorted[^1]:F0} ms at most, of {sorted.Length}"));
}
