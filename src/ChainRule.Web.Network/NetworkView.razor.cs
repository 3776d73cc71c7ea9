using System.Globalization;
using ChainRule.Network;
using Microsoft.AspNetCore.Components;

namespace ChainRule.Web.Network;

/// <summary>The live network: what is trained, and what is seen of it.</summary>
public sealed partial class NetworkView : ComponentBase, IDisposable
{
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

    /// <summary>The way to where the network is trained.</summary>
    [Parameter, EditorRequired]
    public INetworkPort Port { get; set; } = null!;

    private bool HasPictures => _shown is { HasPictures: true };

    private LayerSnapshot Told => _shown!.Layers[Math.Clamp(_layer, 1, _shown.Layers.Count) - 1];

    private IReadOnlyCollection<string> Unfolded =>
        _shown is null ? [] : [.. _shown.Layers.Select(static layer => layer.Name)];

    public void Dispose()
    {
        Port.Looked -= OnLook;
        Port.Told -= OnTold;
        Port.Drawn -= OnDrawn;
        Port.Classified -= OnClassified;
        Port.Failed -= OnFailed;
        Port.WeightPressed -= OnPress;
    }

    protected override void OnInitialized()
    {
        Port.Looked += OnLook;
        Port.Told += OnTold;
        Port.Drawn += OnDrawn;
        Port.Classified += OnClassified;
        Port.Failed += OnFailed;
        Port.WeightPressed += OnPress;
    }

    // The address may tell of other settings than those of the run: by the back button, or by hand.
    protected override Task OnParametersSetAsync() =>
        Settings.ToString() == _started ? Task.CompletedTask : Start(Settings);

    private async Task Begin(NetworkSettings settings)
    {
        Task starting = Start(settings);
        // At once: what is chosen next changes these settings, not those before.
        await SettingsChanged.InvokeAsync(settings);
        await starting;
    }

    private Task Start(NetworkSettings settings)
    {
        _started = settings.ToString();
        (_story, _picture, _answers, _failure, _isPlaying) = (null, null, null, null, false);
        (_layer, _input, _output) = (1, 0, 0);
        return Port.StartAsync(settings);
    }

    private async Task SetRate(double rate)
    {
        // The run goes on with it.
        NetworkSettings settings = Settings with { LearningRate = rate };
        _started = settings.ToString();
        await Port.SetRateAsync(rate);
        await SettingsChanged.InvokeAsync(settings);
    }

    private Task Turn()
    {
        _isPlaying = !_isPlaying;
        return _isPlaying ? Port.PlayAsync() : Port.PauseAsync();
    }

    private Task Step() => Port.StepAsync();

    private async Task Tell()
    {
        // What it tells of must not change under it.
        if (_isPlaying) await Port.PauseAsync();
        (_input, _output) = (Math.Clamp(_input, 0, Told.Inputs - 1), Math.Clamp(_output, 0, Told.Outputs - 1));
        _layer = Math.Clamp(_layer, 1, _shown!.Layers.Count);
        await Port.TellAsync(_layer - 1, _input, _output);
    }

    private async Task Draw(IReadOnlyCollection<string> unfold)
    {
        if (_isPlaying) await Port.PauseAsync();
        await Port.DrawAsync(IsDark, Language, unfold);
    }

    private Task ClearPad()
    {
        _answers = null;
        return Port.ClearPadAsync();
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
