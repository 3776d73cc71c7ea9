using ChainRule.Web.Page;
using Microsoft.AspNetCore.Components;

namespace ChainRule.Web.Workbench;

/// <summary>The workbench: a formula, its graph, and its steps.</summary>
public sealed partial class WorkbenchView : ComponentBase, IDisposable
{
    private ExpressionBox? _box;
    private Analysis? _graph;
    private PageState? _analysed;
    private Mistake? _mistake;
    private IReadOnlyDictionary<string, Mistake> _wrongValues = new Dictionary<string, Mistake>();
    private Player? _player;
    private double _zoom = 1;
    private (PageState State, bool IsDark)? _shown;
    private bool _isKnown;

    [Parameter]
    [EditorRequired]
    public PageState State { get; set; } = PageState.First;

    [Parameter]
    public EventCallback<PageState> StateChanged { get; set; }

    [Parameter]
    public bool IsDark { get; set; }

    /// <summary>Puts a text on the clipboard.</summary>
    [Parameter]
    public EventCallback<string> Copy { get; set; }

    /// <summary>Saves a file.</summary>
    [Parameter]
    public EventCallback<Download> Save { get; set; }

    private int All => _graph?.Steps.Count ?? 0;

    private int Done => Math.Clamp(State.Step ?? All, 0, All);

    private bool IsPlaying => _player?.IsPlaying == true;

    private bool IsStale => _mistake is not null || _wrongValues.Count > 0;

    private GraphStep? Step => Done == 0 ? null : _graph?.Steps[Done - 1];

    private string Words => Step?.Words(State.Language) ?? Texts.Begin.In(State.Language);

    public void Dispose() => Stop();

    /// <summary>Puts the cursor into the formula.</summary>
    public ValueTask FocusAsync() => _box?.FocusAsync() ?? ValueTask.CompletedTask;

    /// <summary>Does what a key is for.</summary>
    /// <param name="key">Its name, as browsers call it.</param>
    public Task PressAsync(string key) => key switch
    {
        "ArrowLeft" => GoByHand(Done - 1),
        "ArrowRight" => GoByHand(Done + 1),
        "Home" => GoByHand(0),
        "End" => GoByHand(All),
        " " => TogglePlay(),
        _ => Task.CompletedTask,
    };

    /// <summary>Takes apart what was clicked.</summary>
    /// <param name="name">What it unfolds by, or the value that was folded.</param>
    public Task UnfoldAsync(string name) =>
        Show(State.Fold.Contains(name) ? State.TurnFold(name) : State.TurnUnfold(name));

    // The frame is drawn several times for one key; what it brings is often the same.
    protected override bool ShouldRender()
    {
        bool isKnown = _isKnown;
        _isKnown = false;
        return !isKnown;
    }

    protected override void OnParametersSet()
    {
        _isKnown = _shown == (State, IsDark);
        _shown = (State, IsDark);
        // A step changes nothing that was computed.
        PageState? before = _analysed is null ? null : _analysed with
        {
            Step = State.Step,
            Language = State.Language,
            IsEmbedded = State.IsEmbedded,
        };
        bool isSame = before == State;
        if (isSame) return;
        _analysed = State;
        (Analysis? graph, _mistake, _wrongValues) = Analysis.Of(State);
        _graph = graph ?? _graph;
    }

    private Task Show(PageState state)
    {
        Stop();
        return StateChanged.InvokeAsync(state);
    }

    private Task GoByHand(int step)
    {
        Stop();
        return Go(step);
    }

    // The end is no number, so that it stays the end when the formula changes.
    private Task Go(int step) =>
        StateChanged.InvokeAsync(State with { Step = step >= All ? null : Math.Max(step, 0) });

    private Task TogglePlay()
    {
        _player ??= new(step => InvokeAsync(async () =>
        {
            await Go(step);
            StateHasChanged();
        }));
        return _player.ToggleAsync(Done, All);
    }

    private void Stop() => _player?.Stop();
}
