namespace ChainRule.Web.Workbench;

/// <summary>Plays the steps of a graph, one after the other.</summary>
/// <param name="show">Shows the graph after a number of steps.</param>
internal sealed class Player(Func<int, Task> show) : IDisposable
{
    private static readonly TimeSpan StepTime = TimeSpan.FromMilliseconds(1200);

    private CancellationTokenSource? _playing;

    /// <summary>Whether it plays.</summary>
    public bool IsPlaying => _playing is not null;

    public void Dispose() => Stop();

    /// <summary>Stops it.</summary>
    public void Stop()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        _playing = null;
    }

    /// <summary>Plays on from a step, at the end from the beginning; or stops.</summary>
    /// <param name="done">How many steps are done.</param>
    /// <param name="all">How many there are.</param>
    public async Task ToggleAsync(int done, int all)
    {
        if (IsPlaying)
        {
            Stop();
            await show(done);
            return;
        }

        _playing = new CancellationTokenSource();
        CancellationToken stopped = _playing.Token;
        if (done == all) done = 0;
        await show(done);
        while (done < all)
        {
            await Task.Delay(StepTime, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopped.IsCancellationRequested) return;
            if (++done == all) Stop();
            await show(done);
        }
    }
}
