using System.Diagnostics;
using ChainRule.Learning;

namespace ChainRule.Network;

/// <summary>A training run that can be stopped at any step and looked into.</summary>
public sealed partial class LiveTraining
{
    // Accuracy is measured so often, on so many examples.
    private const int StepsToMeasure = 10, MostMeasured = 500;

    // Of pictures so many are for learning, the rest for measuring.
    private const double LearningPart = 0.8;

    private readonly LabeledData _train, _measured;
    private readonly Batch _all;
    private readonly Sequential _network;
    private readonly Optimizer _rule;
    private readonly Func<Tensor, Tensor, Tensor> _step;
    private readonly Func<Tensor, Tensor> _forward;
    private readonly LossCurve _curve = new();
    private readonly Stopwatch _clock = new();
    private IEnumerator<Batch> _batches;
    private Batch _batch;
    private Tensor[] _before;
    private int _epoch, _timedSteps;

    /// <summary>Prepares a run.</summary>
    /// <param name="settings">What is trained, and how.</param>
    /// <param name="digits">The pictures for the data set of digits; null for points.</param>
    public LiveTraining(NetworkSettings settings, LabeledData? digits = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        LabeledData data = digits ?? PointSets.Of(settings.Data, settings.Seed);
        int learnt = digits is null ? data.Count : (int)(data.Count * LearningPart);
        _train = data.Take(learnt);
        _measured = digits is null ? data : data.Slice(learnt, Math.Min(MostMeasured, data.Count - learnt));
        _all = _measured.Chunks(_measured.Count).Single();
        HasPictures = digits is not null;
        _network = settings.Network(data.Width, data.Classes);
        _rule = settings.Rule(_network.Parameters);
        _forward = Compile.Of((Tensor x) => _network.Forward(x));
        _step = Compile.Of((Tensor inputs, Tensor labels) =>
        {
            Tensor loss = Loss.SoftmaxCrossEntropy(_network.Forward(inputs), labels);
            _rule.Minimize(loss);
            return loss;
        });
        _batches = Shuffled();
        _batch = Next();
        _before = [.. _network.Parameters.Select(static parameter => parameter.Detach())];
        Accuracy = Measure();
    }

    /// <summary>What is trained, and how.</summary>
    public NetworkSettings Settings { get; }

    /// <summary>The steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether examples are pictures of 28 × 28 pixels, not points.</summary>
    public bool HasPictures { get; }

    /// <summary>Whether the loss is infinite or no number, so that no step helps any more.</summary>
    public bool HasDiverged { get; private set; }

    /// <summary>The part of the examples that is classified as it should be, from 0 to 1.</summary>
    public double Accuracy { get; private set; }

    /// <summary>How far a step goes; it may change between steps.</summary>
    public double LearningRate
    {
        get => _rule.LearningRate;
        set => _rule.LearningRate = value;
    }

    /// <summary>Goes one step.</summary>
    public void Step()
    {
        if (HasDiverged) return;
        _clock.Start();
        _timedSteps++;
        if (Steps > 0) _batch = Next();
        _before = [.. _network.Parameters.Select(static parameter => parameter.Detach())];
        double loss = _step(_batch.Inputs, _batch.Labels).Item();
        HasDiverged = !double.IsFinite(loss);
        Steps++;
        if (Steps % StepsToMeasure == 0 || Steps == 1) Accuracy = Measure();
        if (!HasDiverged) _curve.Add(loss, Accuracy);
        _clock.Stop();
    }

    /// <summary>Goes steps for some time, one at least.</summary>
    public void Run(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        do Step();
        while (!HasDiverged && Stopwatch.GetElapsedTime(start) < time);
    }

    // Every batch is full, so that one plan does for all.
    private IEnumerator<Batch> Shuffled()
    {
        RandomKey key = RandomKey.FromSeed(Settings.Seed).Split(_epoch++);
        return _train.Batches(Math.Min(Settings.Batch, _train.Count), key, dropLast: true).GetEnumerator();
    }

    private Batch Next()
    {
        if (!_batches.MoveNext())
        {
            _batches = Shuffled();
            _batches.MoveNext();
        }

        return _batches.Current;
    }

    private double Measure()
    {
        int right = 0;
        int[] answers = Classified();
        ReadOnlySpan<int> labels = _measured.Labels;
        for (int i = 0; i < answers.Length; i++) right += answers[i] == labels[i] ? 1 : 0;
        return (double)right / answers.Length;
    }

    private int[] Classified() => _forward(_all.Inputs).ArgMax().ToArray<int>();
}
