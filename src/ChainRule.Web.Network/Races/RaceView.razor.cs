using System.Globalization;
using ChainRule.Lessons;
using ChainRule.Network;
using Microsoft.AspNetCore.Components;

namespace ChainRule.Web.Network.Races;

/// <summary>Optimisers racing down one surface, step by step.</summary>
public sealed partial class RaceView : ComponentBase, IDisposable
{
    // A step with an arrow key is such a part of the picture.
    private const double Nudge = 1.0 / 40;

    private readonly RacePlayer _player;
    private RaceSettings? _asked, _run;
    private RaceResult? _result;
    private IReadOnlyList<RaceLine> _lines = [];
    private LossScale _scale = new(0, -2);
    private bool _isRunning;
    private string? _failure;
    private int _step;
    private int? _wrongRate;

    /// <summary>Prepares the view.</summary>
    public RaceView() => _player = new(step => InvokeAsync(() =>
    {
        _step = step;
        StateHasChanged();
    }));

    /// <summary>The race, and what is shown of it.</summary>
    [Parameter, EditorRequired]
    public RaceSettings Settings { get; set; } = RaceSettings.Parse(null);

    /// <summary>Other settings were chosen.</summary>
    [Parameter]
    public EventCallback<RaceSettings> SettingsChanged { get; set; }

    /// <summary>The address of the surface's formula in the workbench, with values of x and y.</summary>
    [Parameter]
    public Func<string, double, double, string>? Workbench { get; set; }

    /// <summary>The reader's language.</summary>
    [Parameter, EditorRequired]
    public Language Language { get; set; }

    /// <summary>The way to where the race is run.</summary>
    [Parameter, EditorRequired]
    public INetworkPort Port { get; set; } = null!;

    private RaceSurface Surface => Settings.Surface;

    private int All => Surface.Steps;

    private IEnumerable<RaceLine> Shown => _lines.Where(line => !Settings.Hidden.Contains(line.Optimizer));

    // The lowest first; those that are gone come last, as no number does.
    private IReadOnlyList<RaceLine> Standing =>
        [.. Shown.OrderBy(line => line.IsGone(_step)).ThenBy(line => line.After(_step).Loss)];

    public void Dispose()
    {
        _player.Dispose();
        Port.Raced -= OnRaced;
        Port.Failed -= OnFailed;
        Port.PlacePressed -= OnPlace;
        Port.PlaceMoved -= OnMove;
    }

    protected override void OnInitialized()
    {
        Port.Raced += OnRaced;
        Port.Failed += OnFailed;
        Port.PlacePressed += OnPlace;
        Port.PlaceMoved += OnMove;
    }

    protected override Task OnParametersSetAsync()
    {
        if (!_player.IsPlaying) _step = Settings.Step ?? All;
        return Ask();
    }

    // Many wishes come while the starting point is moved; only the last one counts.
    private Task Ask()
    {
        if (_isRunning || Settings.RunsLike(_asked)) return Task.CompletedTask;
        (_isRunning, _asked) = (true, Settings);
        return Port.RaceAsync(Settings);
    }

    private void OnRaced(RaceResult result) => _ = InvokeAsync(() =>
    {
        (_isRunning, _failure, _result, _run) = (false, null, result, _asked);
        _scale = LossScale.For(result.Paths);
        _lines = [.. result.Paths.Select((path, i) => new RaceLine(path, i, _run!.Surface, _scale))];
        StateHasChanged();
        return Ask();
    });

    private void OnFailed(string message) => _ = InvokeAsync(() =>
    {
        (_isRunning, _failure) = (false, message);
        StateHasChanged();
    });

    private void OnPlace(double across, double down) => _ = InvokeAsync(() => Begin(
        Surface.Across.Low + (across * (Surface.Across.High - Surface.Across.Low)),
        Surface.Up.High - (down * (Surface.Up.High - Surface.Up.Low))));

    private void OnMove(int right, int up) => _ = InvokeAsync(() => Begin(
        Settings.Start.X + (right * Nudge * (Surface.Across.High - Surface.Across.Low)),
        Settings.Start.Y + (up * Nudge * (Surface.Up.High - Surface.Up.Low))));

    private Task Begin(double x, double y)
    {
        (x, y) = Surface.Within(Math.Round(x, 2), Math.Round(y, 2));
        return Change(Settings with { Start = (x, y) });
    }

    private Task Change(RaceSettings settings)
    {
        _player.Stop();
        _wrongRate = null;
        return SettingsChanged.InvokeAsync(settings);
    }

    private Task Go(int step) =>
        Change(Settings with { Step = step >= All ? null : Math.Max(step, 0) });

    private async Task Turn()
    {
        if (_player.IsPlaying)
        {
            await Go(_step);
            return;
        }

        bool isStill = await Port.IsStillAsync();
        if (await _player.PlayAsync(_step, All, isStill)) await Go(All);
    }

    private Task Choose(string name) => RaceSurface.Find(name) is { } surface
        ? Change(RaceSettings.On(surface) with { Hidden = Settings.Hidden })
        : Task.CompletedTask;

    private Task SetRate(int number, string? text)
    {
        bool isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out double rate);
        bool isRate = isNumber && NetworkSettings.IsRate(rate);
        _wrongRate = isRate ? null : number;
        return isRate
            ? Change(Settings with { Rates = [.. Settings.Rates.Select((other, i) => i == number ? rate : other)] })
            : Task.CompletedTask;
    }

    private Task SetStart(string? text, Func<double, (double X, double Y)> start)
    {
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
            return Task.CompletedTask;
        (double x, double y) = start(number);
        return Begin(x, y);
    }

    private Task TurnShown(string name) => Change(Settings with
    {
        Hidden = Settings.Hidden.Contains(name)
            ? [.. Settings.Hidden.Where(other => other != name)]
            : [.. Settings.Hidden, name],
    });

    private Task Usual() => Change(RaceSettings.On(Surface) with { Hidden = Settings.Hidden, Step = Settings.Step });

    private string Filled(Localised words, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, words.In(Language), values);
}
