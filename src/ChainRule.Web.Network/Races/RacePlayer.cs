namespace ChainRule.Web.Network.Races;

/// <summary>Shows the steps of a race one after the other, in about the same time however many they are.</summary>
/// <param name="show">Shows the race after a number of steps.</param>
internal sealed class RacePlayer(Func<int, Task> show) : IDisposable
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(12), Frame = TimeSpan.FromMilliseconds(40);

    // Who wants no motion gets so many pictures.
    private const int StillPictures = 10;

    private CancellationTokenSource? _playing;

    /// <summary>Whether it plays.</summary>
    public bool IsPlaying => _playing is not null;

    public void Dispose() => Stop();

    /// <summary>Stops.</summary>
    public void Stop()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        _playing = null;
    }

    /// <summary>Plays on from a step, at the end from the beginning.</summary>
    /// <param name="done">How many steps are shown.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="isStill">Whether in few pictures.</param>
    /// <returns>Whether it came to the end.</returns>
    public async Task<bool> PlayAsync(int done, int all, bool isStill)
    {
        Stop();
        _playing = new();
        CancellationToken stopped = _playing.Token;
        int most = isStill ? StillPictures : (int)(Whole / Frame), stride = (all + most - 1) / most;
        TimeSpan pause = Whole * stride / all;
        if (done >= all) done = 0;
        await show(done);
        while (done < all)
        {
            await Task.Delay(pause, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopped.IsCancellationRequested) return false;
            done = Math.Min(done + stride, all);
            await show(done);
        }

        Stop();
        return true;
    }
}
