using System.Globalization;
using ChainRule.Network;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ChainRule.Web.Network;

/// <summary>The live network: what is trained, and what is seen of it.</summary>
public sealed partial class NetworkView : ComponentBase, IAsyncDisposable
{
    private INetworkPort _port = null!;
    private Snapshot? _shown;
    private WeightStory? _story;
    private string? _picture, _failure, _started;
    private float[]? _answers;
    private bool _isPlaying;
    private int _layer = 1, _input, _output;

    /// <summary>What is trained, and how.</summary>
    [Parameter, EditorRequired]
    public NetworkSettings Settings { get; set; } = new();

    /// <summary>Other settings were chosen.</summary>
    [Parameter]
    public EventCallback<NetworkSettings> SettingsChanged { get; set; }

    /// <summary>The reader's language.</summary>
    [Parameter, EditorRequired]
    public Language Language { get; set; }

    /// <summary>Whether the page is dark.</summary>
    [Parameter]
    public bool IsDark { get; set; }

    /// <summary>Another way to where the network is trained; null for the worker.</summary>
    [Parameter]
    public INetworkPort? Port { get; set; }

    [Inject]
    private IJSRuntime Runtime { get; set; } = null!;

    private bool HasPictures => _shown is { Points.Count: 0 };

    private LayerSnapshot Told => _shown!.Layers[Math.Clamp(_layer, 1, _shown.Layers.Count) - 1];

    private IReadOnlyCollection<string> Unfolded =>
        _shown is null ? [] : [.. _shown.Layers.Select(static layer => layer.Name)];

    public ValueTask DisposeAsync()
    {
        _port.Looked -= OnLook;
        _port.Told -= OnTold;
        _port.Drawn -= OnDrawn;
        _port.Classified -= OnClassified;
        _port.Failed -= OnFailed;
        _port.WeightPressed -= OnPress;
        return _port.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _port = Port ?? new WorkerPort(Runtime);
        _port.Looked += OnLook;
        _port.Told += OnTold;
        _port.Drawn += OnDrawn;
        _port.Classified += OnClassified;
        _port.Failed += OnFailed;
        _port.WeightPressed += OnPress;
    }

    // The address may tell of other settings than those of the run: by the back button, or by hand.
    protected override Task OnParametersSetAsync() =>
        Settings.ToString() == _started ? Task.CompletedTask : Start(Settings);

    private async Task Begin(NetworkSettings settings)
    {
        await Start(settings);
        await SettingsChanged.InvokeAsync(settings);
    }

    private Task Start(NetworkSettings settings)
    {
        _started = settings.ToString();
        (_story, _picture, _answers, _failure, _isPlaying) = (null, null, null, null, false);
        (_layer, _input, _output) = (1, 0, 0);
        return _port.StartAsync(settings);
    }

    private async Task SetRate(double rate)
    {
        // The run goes on with it.
        NetworkSettings settings = Settings with { LearningRate = rate };
        _started = settings.ToString();
        await _port.SetRateAsync(rate);
        await SettingsChanged.InvokeAsync(settings);
    }

    private Task Turn()
    {
        _isPlaying = !_isPlaying;
        return _isPlaying ? _port.PlayAsync() : _port.PauseAsync();
    }

    private Task Step() => _port.StepAsync();

    private async Task Tell()
    {
        // What it tells of must not change under it.
        if (_isPlaying) await _port.PauseAsync();
        (_input, _output) = (Math.Clamp(_input, 0, Told.Inputs - 1), Math.Clamp(_output, 0, Told.Outputs - 1));
        _layer = Math.Clamp(_layer, 1, _shown!.Layers.Count);
        await _port.TellAsync(_layer - 1, _input, _output);
    }

    private async Task Draw(IReadOnlyCollection<string> unfold)
    {
        if (_isPlaying) await _port.PauseAsync();
        await _port.DrawAsync(IsDark, Language, unfold);
    }

    private Task ClearPad()
    {
        _answers = null;
        return _port.ClearPadAsync();
    }

    private void OnLook(Snapshot shown, bool isPlaying) =>
        Show(() => (_shown, _isPlaying, _failure) = (shown, isPlaying, null));

    private void OnTold(WeightStory story) => Show(() => _story = story);

    private void OnDrawn(string picture) => Show(() => _picture = picture);

    private void OnClassified(float[] answers) => Show(() => _answers = answers);

    private void OnFailed(string message) => Show(() => (_failure, _isPlaying) = (message, false));

    private void OnPress(int layer, int input, int output)
    {
        (_layer, _input, _output) = (layer + 1, input, output);
        _ = InvokeAsync(Tell);
    }

    private static int Whole(ChangeEventArgs change, int otherwise) =>
        int.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private void Show(Action change) => _ = InvokeAsync(() =>
    {
        change();
        StateHasChanged();
    });
}
