namespace ChainRule.Learning.Tests;

public sealed class TrainingTests
{
    [Fact]
    public void A_network_learns_exclusive_or()
    {
        Sequential net = Sequential.Dense([2, 8, 2], () => new Tanh(), key: 1);

        TrainingHistory history = Training.Fit(
            net, new Sgd(net.Parameters, 0.5, momentum: 0.9), Problems.Xor, null,
            new() { Epochs = 200, BatchSize = 4, Seed = 1 });

        Assert.Equal(1, history.Epochs[^1].TrainAccuracy);
        Assert.Null(history.Epochs[^1].TestAccuracy);
        Assert.True(history.Losses[^1] < 0.1 * history.Losses[0]);
    }

    [Fact]
    public void A_network_learns_the_arms_of_a_spiral()
    {
        Sequential net = Sequential.Dense([2, 32, 3], () => new Relu(), key: 1);

        TrainingHistory history = Training.Fit(
            net, new Adam(net.Parameters, 0.02), Problems.Spiral, null,
            new() { Epochs = 100, BatchSize = 30, Seed = 1 });

        Assert.True(history.Epochs[^1].TrainAccuracy >= 0.95, $"{history.Epochs[^1]}");
    }

    [Fact]
    public void One_epoch_of_mnist_reaches_90_percent()
    {
        Mnist mnist = Mnist.Load(RepositoryRoot.Of("data", "mnist"));
        var net = new Sequential(new Linear(784, 50, key: 1), new Relu(), new Linear(50, 10, key: 2));
        var optimizer = new Sgd(net.Parameters, learningRate: 0.1);

        foreach (var (images, labels) in mnist.Train.Batches(100, seed: 1))
            optimizer.Minimize(Loss.SoftmaxCrossEntropy(net.Forward(images), labels));

        Assert.True(Training.Accuracy(net, mnist.Test) >= 0.90);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        int threads = ExecutionSettings.Threads;
        try
        {
            float[] first = Train(1);
            Assert.Equal(first, Train(1));
            Assert.Equal(first, Train(2));
        }
        finally
        {
            ExecutionSettings.Threads = threads;
        }

        static float[] Train(int threads)
        {
            ExecutionSettings.Threads = threads;
            // Wide enough to be worth several threads.
            Sequential net = Sequential.Dense([784, 100, 10], () => new Relu(), key: 1);
            LabeledData train = Mnist.Load(RepositoryRoot.Of("data", "mnist")).Train.Take(2000);
            var options = new TrainingOptions { Iterations = 30, BatchSize = 500, Seed = 3 };
            Training.Fit(net, new Sgd(net.Parameters, 0.1), train, null, options);
            return [.. net.Parameters.SelectMany(static parameter => parameter.ToArray<float>())];
        }
    }

    [Theory]
    [InlineData(3, null, 30, 3)]
    [InlineData(null, 25, 25, 3)]
    [InlineData(2, 25, 20, 2)]
    [InlineData(3, 25, 25, 3)]
    [InlineData(null, 20, 20, 2)]
    public void Epochs_or_iterations_end_the_training(int? epochs, int? iterations, int steps, int results)
    {
        Sequential net = Sequential.Dense([2, 4, 3], () => new Relu(), key: 1);

        TrainingHistory history = Training.Fit(
            net, new Sgd(net.Parameters, 0.1), Problems.Spiral, Problems.Spiral.Take(70),
            new() { Epochs = epochs, Iterations = iterations, BatchSize = 32 });

        Assert.Equal(steps, history.Losses.Count);
        Assert.Equal(results, history.Epochs.Count);
        Assert.Equal(steps, history.Epochs[^1].Step);
        Assert.Equal(Training.Accuracy(net, Problems.Spiral.Take(70), chunk: 9), history.Epochs[^1].TestAccuracy);
        Assert.False(history.Cancelled);
    }

    [Fact]
    public void Progress_is_reported_step_by_step_and_with_the_result_of_each_epoch()
    {
        Sequential net = Sequential.Dense([2, 4, 3], () => new Relu(), key: 1);
        var reports = new Reports();

        TrainingHistory history = Training.Fit(
            net, new Sgd(net.Parameters, 0.1), Problems.Spiral, null,
            new() { Epochs = 2, BatchSize = 100, ReportInterval = TimeSpan.Zero }, reports);

        Assert.Equal([1, 2, 3, 3, 4, 5, 6], reports.All.Select(static report => report.Step));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2], reports.All.Select(static report => report.Epoch));
        Assert.All(reports.All, static report => Assert.True(report is { Steps: 6, ExamplesPerSecond: > 0 }));
        Assert.Equal(history.Epochs, reports.All.Select(static report => report.EpochResult).OfType<EpochResult>());
        Assert.Equal(TimeSpan.Zero, reports.All[^1].Remaining);
        Assert.Equal(history.Losses[^1], reports.All[^1].Loss);
    }

    [Fact]
    public void Cancellation_gives_the_history_so_far()
    {
        Sequential net = Sequential.Dense([2, 4, 3], () => new Relu(), key: 1);
        using var source = new CancellationTokenSource();
        var reports = new Reports(report =>
        {
            if (report.Step == 5) source.Cancel();
        });

        TrainingHistory history = Training.Fit(
            net, new Sgd(net.Parameters, 0.1), Problems.Spiral, null,
            new() { Epochs = 1000, BatchSize = 100, ReportInterval = TimeSpan.Zero }, reports, source.Token);

        Assert.True(history.Cancelled);
        Assert.Equal(5, history.Losses.Count);
        Assert.Single(history.Epochs);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void A_step_whose_loss_is_no_number_changes_nothing(string name)
    {
        Sequential net = Sequential.Dense([2, 4, 3], () => new Tanh(), key: 1);
        Optimizer optimizer = name == "adam" ? new Adam(net.Parameters) : new Sgd(net.Parameters, 0.1, momentum: 0.9);
        var options = new TrainingOptions { Epochs = 1 };
        Training.Fit(net, optimizer, Problems.Spiral, null, options);
        float[] before = Values();

        LabeledData broken = LabeledData.From(Tensor.From([1f, float.NaN], [1, 2]), Tensor.From(0));
        Assert.Throws<TrainingException>(() => Training.Fit(net, optimizer, broken, null, options));

        Assert.Equal(before, Values());
        // What the optimiser remembers is sound, too.
        Assert.True(double.IsFinite(Training.Fit(net, optimizer, Problems.Spiral, null, options).Losses[^1]));

        float[] Values() => [.. net.Parameters.SelectMany(static parameter => parameter.ToArray<float>())];
    }
}
