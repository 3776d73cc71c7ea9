using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Which network is trained on MNIST, and how.</summary>
internal sealed record TrainingPlan
{
    /// <summary>The optimisers by name, with a learning rate that is usual for each.</summary>
    public static IReadOnlyDictionary<string, double> LearningRates { get; } =
        new Dictionary<string, double> { ["sgd"] = 0.1, ["momentum"] = 0.01, ["adagrad"] = 0.01, ["adam"] = 0.001 };

    /// <summary>The sizes of the hidden layers.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [50];

    /// <summary>The activation between the layers.</summary>
    public string Activation { get; init; } = "relu";

    /// <summary>How the weights start.</summary>
    public Initializer Initializer { get; init; } = Initializer.He;

    /// <summary>One of the optimisers.</summary>
    public string Optimizer { get; init; } = "sgd";

    /// <summary>How far a step goes.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How many images a step learns from.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How often all images are gone through, at most.</summary>
    public int? Epochs { get; init; }

    /// <summary>How many steps are gone, at most.</summary>
    public int? Iterations { get; init; }

    /// <summary>Where random numbers start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The network in a few characters: 784-50-10.</summary>
    public string Architecture => string.Join('-', Widths);

    private int[] Widths => [784, .. Hidden, 10];

    /// <summary>The number of steps for so many images.</summary>
    public long Steps(int images)
    {
        long whole = Epochs is { } epochs ? (long)epochs * StepsPerEpoch(images) : long.MaxValue;
        return Math.Min(whole, Iterations ?? long.MaxValue);
    }

    /// <summary>The number of steps to go through so many images once.</summary>
    public int StepsPerEpoch(int images) => (images + BatchSize - 1) / BatchSize;

    /// <summary>A network with its first weights.</summary>
    public Sequential CreateNetwork(DType dtype = DType.Float32) =>
        Sequential.Dense(Widths, () => Learning.Activation.Create(Activation), Seed, Initializer, dtype);

    /// <summary>An optimiser for the network.</summary>
    public Optimizer CreateOptimizer(Sequential net) => Optimizer switch
    {
        "momentum" => new Sgd(net.Parameters, LearningRate, momentum: 0.9),
        "adagrad" => new AdaGrad(net.Parameters, LearningRate),
        "adam" => new Adam(net.Parameters, LearningRate),
        _ => new Sgd(net.Parameters, LearningRate),
    };

    /// <summary>How a step of the training is computed: its graph and its plan.</summary>
    public string Explain()
    {
        Sequential net = CreateNetwork();
        var batch = new Batch(Tensor.Zeros([BatchSize, Widths[0]]), Tensor.Zeros([BatchSize], DType.Int32));
        return Learning.Training.Explain(net, CreateOptimizer(net), batch, ToOptions());
    }

    /// <summary>The rest of the settings, for the library.</summary>
    public TrainingOptions ToOptions() =>
        new() { Epochs = Epochs, Iterations = Iterations, BatchSize = BatchSize, Seed = Seed, Compiled = true };
}
