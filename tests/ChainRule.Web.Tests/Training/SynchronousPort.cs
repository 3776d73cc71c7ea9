using ChainRule.Network;
using ChainRule.Web.Network;

namespace ChainRule.Web.Tests.Training;

/// <summary>Trains right here instead of in a worker: some steps whenever it is told to play.</summary>
internal sealed class SynchronousPort : INetworkPort
{
    private LiveTraining? _training;

    public event Action<Snapshot, bool>? Looked;

    public event Action<WeightStory>? Told;

    public event Action<string>? Drawn;

    public event Action<float[]>? Classified;

    public event Action<int, int, int>? WeightPressed;

    public event Action<string>? Failed;

    /// <summary>The settings that it was started with.</summary>
    public List<NetworkSettings> Started { get; } = [];

    /// <summary>The learning rate of the run.</summary>
    public double LearningRate => _training!.LearningRate;

    /// <summary>Whether anybody listens.</summary>
    public bool HasListeners => (Looked ?? Told ?? Drawn ?? Classified ?? WeightPressed ?? (Delegate?)Failed) is not null;

    public Task StartAsync(NetworkSettings settings)
    {
        Started.Add(settings);
        _training = new(settings);
        Looked?.Invoke(_training.Snapshot(), false);
        return Task.CompletedTask;
    }

    public Task PlayAsync()
    {
        for (int i = 0; i < 25; i++) _training!.Step();
        Looked?.Invoke(_training!.Snapshot(), true);
        return Task.CompletedTask;
    }

    public Task PauseAsync()
    {
        Looked?.Invoke(_training!.Snapshot(), false);
        return Task.CompletedTask;
    }

    public Task StepAsync()
    {
        _training!.Step();
        Looked?.Invoke(_training.Snapshot(), false);
        return Task.CompletedTask;
    }

    public Task SetRateAsync(double rate)
    {
        _training!.LearningRate = rate;
        return Task.CompletedTask;
    }

    public Task DrawAsync(bool isDark, Language language, IReadOnlyCollection<string> unfold)
    {
        Drawn?.Invoke(_training!.Draw(isDark, language, unfold));
        return Task.CompletedTask;
    }

    public Task TellAsync(int layer, int input, int output)
    {
        Told?.Invoke(_training!.Tell(layer, input, output));
        return Task.CompletedTask;
    }

    public Task ClearPadAsync() => Task.CompletedTask;

    /// <summary>Presses a weight in a picture.</summary>
    public void Press(int layer, int input, int output) => WeightPressed?.Invoke(layer, input, output);

    /// <summary>Something goes wrong.</summary>
    public void Fail(string message) => Failed?.Invoke(message);

    /// <summary>A digit was drawn.</summary>
    public void Answer(float[] answers) => Classified?.Invoke(answers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
