using ChainRule.Network;
using ChainRule.Web.Network;

namespace ChainRule.Web.Tests.Training;

/// <summary>Trains right here instead of in a worker: some steps whenever it is told to play.</summary>
internal sealed class SynchronousPort : INetworkPort
{
    private readonly Race _race = new();
    private LiveTraining? _training;

    public event Action<Snapshot, bool>? Looked;

    public event Action<WeightStory>? Told;

    public event Action<string>? Drawn;

    public event Action<float[]>? Classified;

    public event Action<int, int, int>? WeightPressed;

    public event Action<RaceResult>? Raced;

    public event Action<double, double>? PlacePressed;

    public event Action<int, int>? PlaceMoved;

    public event Action<string>? Failed;

    /// <summary>The settings that it was started with.</summary>
    public List<NetworkSettings> Started { get; } = [];

    /// <summary>The races that were asked for.</summary>
    public List<RaceSettings> Races { get; } = [];

    /// <summary>Whether races come to their end only when they are told to.</summary>
    public bool AreRacesSlow { get; set; }

    /// <summary>Whether the reader wants no motion.</summary>
    public bool IsStill { get; init; }

    /// <summary>The learning rate of the run.</summary>
    public double LearningRate => _training!.LearningRate;

    /// <summary>Whether anybody listens.</summary>
    public bool HasListeners => new Delegate?[]
    {
        Looked, Told, Drawn, Classified, WeightPressed, Raced, PlacePressed, PlaceMoved, Failed,
    }.Any(static listener => listener is not null);

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

    public Task RaceAsync(RaceSettings settings)
    {
        Races.Add(settings);
        if (!AreRacesSlow) Raced?.Invoke(_race.Run(settings));
        return Task.CompletedTask;
    }

    public Task<bool> IsStillAsync() => Task.FromResult(IsStill);

    /// <summary>The race that was asked for first comes to its end.</summary>
    public void EndRace(int number) => Raced?.Invoke(_race.Run(Races[number]));

    /// <summary>Presses a place of the race's picture.</summary>
    public void PressPlace(double across, double down) => PlacePressed?.Invoke(across, down);

    /// <summary>Moves the race's starting point by keys.</summary>
    public void MovePlace(int right, int up) => PlaceMoved?.Invoke(right, up);

    /// <summary>Presses a weight in a picture.</summary>
    public void Press(int layer, int input, int output) => WeightPressed?.Invoke(layer, input, output);

    /// <summary>Something goes wrong.</summary>
    public void Fail(string message) => Failed?.Invoke(message);

    /// <summary>A digit was drawn.</summary>
    public void Answer(float[] answers) => Classified?.Invoke(answers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
