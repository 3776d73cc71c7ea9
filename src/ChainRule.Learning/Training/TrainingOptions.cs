namespace ChainRule.Learning;

/// <summary>How long and on what a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>
    /// How often all examples are gone through; null for no such limit. If both limits are given, the first one reached
    /// ends training.
    /// </summary>
    public int? Epochs { get; init; }

    /// <summary>How many steps are gone; null for no such limit.</summary>
    public int? Iterations { get; init; }

    /// <summary>How many examples a step learns from.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Determines the order of the examples, another one in each epoch.</summary>
    public RandomKey Seed { get; init; } = RandomKey.FromSeed(0);

    /// <summary>The loss of the network's output and the labels.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = Learning.Loss.SoftmaxCrossEntropy;

    /// <summary>
    /// How many examples are examined at a time when the accuracy is measured: more need more memory.
    /// </summary>
    public int EvaluationSize { get; init; } = 1000;

    /// <summary>The shortest time between two reports of progress, apart from the ends of epochs.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether a step (forward, loss, backward, update) runs as one compiled function, traced once for each size of
    /// batch; see <see cref="Compile"/>. That is several times as fast for small networks, with the same results but
    /// for the last bits.
    /// </summary>
    /// <remarks>
    /// Layers, losses and optimisers are then called when a step is traced, not at every step. Those that decide by
    /// values or count their calls must not be compiled; those that draw random numbers, as dropout does, must take
    /// their keys from a <see cref="RandomState"/>. Variables that they assign are assigned at every step, and a change
    /// of <see cref="Optimizer.LearningRate"/> takes effect at the next step.
    /// </remarks>
    public bool Compiled { get; init; }

    /// <summary>The number of steps for so many examples.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or there is no limit.</exception>
    internal long Steps(int examples)
    {
        if (Epochs is null && Iterations is null)
            throw new ArgumentException("Training would not end. Set Epochs, Iterations or both.");
        Positive(Epochs ?? 1, nameof(Epochs));
        Positive(Iterations ?? 1, nameof(Iterations));
        Positive(BatchSize, nameof(BatchSize));
        Positive(EvaluationSize, nameof(EvaluationSize));
        long limit = Iterations ?? long.MaxValue;
        return Epochs is { } epochs ? Math.Min(limit, epochs * StepsPerEpoch(examples)) : limit;
    }

    internal long StepsPerEpoch(int examples) => (examples + (long)BatchSize - 1) / BatchSize;

    private static void Positive(int value, string name)
    {
        if (value < 1)
            throw new ArgumentException($"{name} must be at least 1, but it is {value}. Set it to a positive number.");
    }
}
