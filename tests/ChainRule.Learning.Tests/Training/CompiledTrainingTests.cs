namespace ChainRule.Learning.Tests;

public sealed class CompiledTrainingTests
{
    public static TheoryData<string> Optimizers => ["sgd", "momentum", "adagrad", "adam"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Compiled_training_gives_the_losses_and_the_parameters_of_training_that_is_not(string name)
    {
        (TrainingHistory expected, float[] parameters) = Train(name, compiled: false);

        (TrainingHistory history, float[] compiled) = Train(name, compiled: true);

        AreClose(expected.Losses, history.Losses);
        AreClose(Doubles(parameters), Doubles(compiled));
        AreClose(expected.Epochs.Select(TrainLoss), history.Epochs.Select(TrainLoss));

        static double TrainLoss(EpochResult epoch) => epoch.TrainLoss;
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_compiled_step_whose_loss_is_no_number_changes_nothing(string name)
    {
        Sequential net = Net();
        Optimizer optimizer = Create(name, net);
        var options = new TrainingOptions { Epochs = 1, BatchSize = 30, Compiled = true };
        Training.Fit(net, optimizer, Problems.Spiral, null, options);
        float[] before = Values(net);

        LabeledData broken = LabeledData.From(Tensor.From([1f, float.NaN], [1, 2]), Tensor.From(0));
        TrainingException error = Assert.Throws<TrainingException>(
            () => Training.Fit(net, optimizer, broken, null, options));

        Assert.Contains("the loss of step 1 is NaN", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Values(net));
        // What the optimiser remembers is as before, too: it goes on like one that never met the broken example.
        Sequential other = Net();
        Optimizer spared = Create(name, other);
        Training.Fit(other, spared, Problems.Spiral, null, options);
        Training.Fit(net, optimizer, Problems.Spiral, null, options);
        Training.Fit(other, spared, Problems.Spiral, null, options);
        Assert.Equal(Values(other), Values(net));
    }

    [Fact]
    public void An_infinite_loss_is_told_from_a_NaN()
    {
        Sequential net = Net();
        var options = new TrainingOptions
        {
            Epochs = 1,
            Compiled = true,
            Loss = static (logits, labels) => Loss.SoftmaxCrossEntropy(logits, labels) * float.MaxValue * 2,
        };

        TrainingException error = Assert.Throws<TrainingException>(
            () => Training.Fit(net, new Sgd(net.Parameters, 0.1), Problems.Spiral, null, options));

        Assert.Contains("the loss of step 1 is infinite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_learning_rate_takes_effect_at_the_next_step()
    {
        AreClose(Losses(compiled: false), Losses(compiled: true));

        static IReadOnlyList<double> Losses(bool compiled)
        {
            Sequential net = Net();
            var optimizer = new Sgd(net.Parameters, 0.1);
            var halving = new Reports(report =>
            {
                if (report.Step % 4 == 0) optimizer.LearningRate /= 2;
            });
            var options = new TrainingOptions
            {
                Iterations = 12,
                BatchSize = 30,
                ReportInterval = TimeSpan.Zero,
                Compiled = compiled,
            };
            return Training.Fit(net, optimizer, Problems.Spiral, null, options, halving).Losses;
        }
    }

    [Fact]
    public void A_layer_that_draws_random_numbers_draws_the_same_ones_compiled()
    {
        IReadOnlyList<double> plain = Losses(compiled: false), compiled = Losses(compiled: true);
        AreClose(plain, compiled);
        // New ones at each step: on the same examples the loss would fall steadily.
        Assert.Contains(compiled.Zip(compiled.Skip(1)), static pair => pair.Second > pair.First);

        static IReadOnlyList<double> Losses(bool compiled)
        {
            Sequential net = Sequential.Dense([2, 8, 3], static () => new Noisy(), key: 1);
            var options = new TrainingOptions { Iterations = 20, BatchSize = 300, Compiled = compiled };
            return Training.Fit(net, new Sgd(net.Parameters, 0.01), Problems.Spiral, null, options).Losses;
        }
    }

    [Fact]
    public void Steps_are_traced_once_for_each_size_of_batch_whatever_the_learning_rate()
    {
        Sequential net = Net();
        int traced = 0;
        var options = new TrainingOptions
        {
            // Nine batches of 32 examples and one of 12.
            Epochs = 3,
            BatchSize = 32,
            Compiled = true,
            ReportInterval = TimeSpan.Zero,
            Loss = (logits, labels) =>
            {
                traced++;
                return Loss.SoftmaxCrossEntropy(logits, labels);
            },
        };

        var optimizer = new Sgd(net.Parameters, 0.1);
        var slower = new Reports(_ => optimizer.LearningRate *= 0.9);

        TrainingHistory history = Training.Fit(net, optimizer, Problems.Spiral, null, options, slower);

        Assert.Equal(30, history.Losses.Count);
        Assert.Equal(2, traced);
    }

    [Fact]
    public void A_label_that_is_no_class_is_explained_and_changes_nothing()
    {
        Sequential net = Sequential.Dense([2, 4, 2], () => new Tanh(), key: 1);
        float[] before = Values(net);

        string compiled = Message(compiled: true);

        Assert.Equal(before, Values(net));
        Assert.Equal(Message(compiled: false), compiled);

        string Message(bool compiled) => Assert.Throws<ArgumentException>(() => Training.Fit(
            net, new Sgd(net.Parameters, 0.1), Problems.Spiral, null,
            new() { Epochs = 1, Compiled = compiled })).Message;
    }

    [Fact]
    public void The_plan_of_a_step_shows_forward_loss_backward_and_update()
    {
        Sequential net = Net();
        float[] before = Values(net);
        var batch = new Batch(Tensor.Zeros([30, 2]), Tensor.Zeros([30], DType.Int32));

        string text = Training.Explain(net, new Sgd(net.Parameters, 0.1), batch, new());

        Assert.StartsWith("graph\n", text, StringComparison.Ordinal);
        Assert.Contains("dot [30, 2] · [2, 8]", text, StringComparison.Ordinal);
        Assert.Contains("dot [8, 30] · [30, 3]", text, StringComparison.Ordinal);
        Assert.Contains("tanh", text, StringComparison.Ordinal);
        Assert.Equal(before, Values(net));
    }

    private static (TrainingHistory History, float[] Parameters) Train(string name, bool compiled)
    {
        Sequential net = Net();
        var options = new TrainingOptions { Epochs = 5, BatchSize = 32, Seed = 2, Compiled = compiled };
        TrainingHistory history = Training.Fit(
            net, Create(name, net), Problems.Spiral, Problems.Spiral.Take(70), options);
        return (history, Values(net));
    }

    // p − η·g may be rounded once where it is added to a product, and twice where it is chosen afterwards: half a unit
    // in the last place of a float, 6e-8 of the value, in each of 50 steps, which a step hardly makes larger.
    private static void AreClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach ((double x, double y) in expected.Zip(actual)) Assert.Equal(x, y, 1e-5 * Math.Max(1, Math.Abs(x)));
    }

    private static IEnumerable<double> Doubles(float[] values) => values.Select(static value => (double)value);

    private static Sequential Net() => Sequential.Dense([2, 8, 3], () => new Tanh(), key: 1);

    private static Optimizer Create(string name, Sequential net) => name switch
    {
        "momentum" => new Sgd(net.Parameters, 0.1, momentum: 0.9),
        "adagrad" => new AdaGrad(net.Parameters),
        "adam" => new Adam(net.Parameters),
        _ => new Sgd(net.Parameters, 0.1),
    };

    private static float[] Values(Sequential net) =>
        [.. net.Parameters.SelectMany(static parameter => parameter.ToArray<float>())];

    /// <summary>Leaves out half of what it gets, other elements each time.</summary>
    private sealed class Noisy : Layer
    {
        private readonly RandomState _state = new(7);

        public override IReadOnlyList<Layer> Children => [];

        protected override Tensor Apply(Tensor x) =>
            Tensor.Select(Tensor.RandomUniform(x.Shape, _state.Next()) < 0.5, x * 2, 0);
    }
}
