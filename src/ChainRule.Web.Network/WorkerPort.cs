using System.Text.Json;
using ChainRule.Network;
using Microsoft.JSInterop;

namespace ChainRule.Web.Network;

/// <summary>The way to the worker, through network.js.</summary>
internal sealed class WorkerPort(IJSRuntime runtime) : INetworkPort
{
    private Task<IJSObjectReference>? _opening;
    private DotNetObjectReference<WorkerPort>? _self;
    private bool _isClosed;

    public event Action<Snapshot, bool>? Looked;

    public event Action<WeightStory>? Told;

    public event Action<string>? Drawn;

    public event Action<float[]>? Classified;

    public event Action<int, int, int>? WeightPressed;

    public event Action<RaceResult>? Raced;

    public event Action<double, double>? PlacePressed;

    public event Action<int, int>? PlaceMoved;

    public event Action<string>? Failed;

    public async Task StartAsync(NetworkSettings settings)
    {
        _opening ??= OpenAsync();
        await Ask("start", settings.ToString());
    }

    public Task PlayAsync() => Ask("play");

    public Task PauseAsync() => Ask("pause");

    public Task StepAsync() => Ask("step");

    public Task SetRateAsync(double rate) => Ask("rate", rate);

    public Task DrawAsync(bool isDark, Language language, IReadOnlyCollection<string> unfold) =>
        Ask("draw", isDark, (int)language, string.Join(',', unfold));

    public Task TellAsync(int layer, int input, int output) => Ask("tell", layer, input, output);

    public Task ClearPadAsync() => Ask("clearPad");

    public async Task RaceAsync(RaceSettings settings)
    {
        _opening ??= OpenAsync();
        await Ask("race", settings.ToString());
    }

    public async Task<bool> IsStillAsync() =>
        _opening is not null && await (await _opening).InvokeAsync<bool>("isStill");

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnLook(string snapshot, bool isPlaying) =>
        Looked?.Invoke(JsonSerializer.Deserialize(snapshot, NetworkJson.Default.Snapshot)!, isPlaying);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnTold(string story) =>
        Told?.Invoke(JsonSerializer.Deserialize(story, NetworkJson.Default.WeightStory)!);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnDrawn(string picture) => Drawn?.Invoke(picture);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnClassified(string answers) =>
        Classified?.Invoke(JsonSerializer.Deserialize(answers, NetworkJson.Default.SingleArray)!);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnWeight(int layer, int input, int output) => WeightPressed?.Invoke(layer, input, output);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnRaced(string result) =>
        Raced?.Invoke(JsonSerializer.Deserialize(result, NetworkJson.Default.RaceResult)!);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnPlace(double across, double down) => PlacePressed?.Invoke(across, down);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnMove(int right, int up) => PlaceMoved?.Invoke(right, up);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnFailure(string message) => Failed?.Invoke(message);

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        if (_opening is not null)
        {
            // It may still be on its way.
            IJSObjectReference module = await _opening;
            await module.InvokeVoidAsync("close");
            await module.DisposeAsync();
        }

        _self?.Dispose();
    }

    private async Task<IJSObjectReference> OpenAsync()
    {
        IJSObjectReference module = await runtime.InvokeAsync<IJSObjectReference>("import", "./network.js");
        _self = DotNetObjectReference.Create(this);
        await module.InvokeVoidAsync("open", _self);
        return module;
    }

    private async Task Ask(string function, params object?[] arguments)
    {
        if (_opening is null || _isClosed) return;
        IJSObjectReference module = await _opening;
        if (!_isClosed) await module.InvokeVoidAsync(function, arguments);
    }
}
