namespace ChainRule.Learning.Tests;

public sealed class ErrorTests
{
    private readonly ErrorList _errors = new();

    [Fact]
    public void Layers_say_what_does_not_fit_and_what_to_do()
    {
        var net = new Sequential(new Linear(784, 50, key: 1), new Relu(), new Linear(40, 10, key: 2));
        _errors.Add("images that are not flat", () => net.Forward(Tensor.Zeros([5, 28, 28]).Named("images")));
        _errors.Add("another number of inputs", () => net.Forward(Tensor.Zeros([5, 100]).Named("images")));
        _errors.Add("layers that do not fit together", () => net.Forward(Tensor.Zeros([5, 784]).Named("images")));
        _errors.Add("a scalar", () => net.Forward(Tensor.Scalar(1f, "x")));
        _errors.Add("another dtype", () => net.Forward(Tensor.Zeros([5, 784], DType.Float64).Named("images")));
        _errors.Add("no batch axis", () => new Flatten().Forward(Tensor.Zeros([784]).Named("image")));
        _errors.Add("no inputs", () => _ = new Linear(0, 10));
        _errors.Add("a deviation below 0", () => Initializer.Normal(-1));
        _errors.Add("one width", () => Sequential.Dense([784], () => new Relu(), key: 1));
        _errors.Add("an unknown activation", () => Activation.Create("rleu"));
        _errors.Add("an empty name", () => _ = new Relu { Name = " " });

        Approved.Verify(_errors.ToString());
    }

    [Fact]
    public void Losses_say_what_does_not_fit_and_what_to_do()
    {
        Tensor logits = Tensor.Zeros([3, 10]).Named("logits");
        Add("a label above the classes", Tensor.From(1, 10, 2));
        Add("a negative label", Tensor.From(1, 2, -1));
        Add("one label too many", Tensor.From(1, 2, 3, 4).Named("labels"));
        Add("labels in a column", Tensor.From(new[,] { { 1 }, { 2 }, { 3 } }, "labels"));
        Add("labels that are floats", Tensor.From(1f, 2, 3).Named("labels"));
        Add("one-hot labels of other classes", Tensor.Zeros([3, 9]).Named("labels"));
        Add("one-hot labels of another dtype", Tensor.Zeros([3, 10], DType.Float64).Named("labels"));
        _errors.Add("no examples", () => Loss.SoftmaxCrossEntropy(logits[..0], Tensor.Arange(0)));
        _errors.Add("a label above the classes, accuracy", () => Metric.Accuracy(logits, Tensor.From(1, 10, 2)));
        _errors.Add("targets of another shape", () =>
             Loss.MeanSquaredError(Tensor.Zeros([3, 1]).Named("y"), Tensor.Zeros([3]).Named("t")));

        Approved.Verify(_errors.ToString());

        void Add(string cause, Tensor labels) =>
            _errors.Add(cause, () => Loss.SoftmaxCrossEntropy(logits, labels).Item());
    }

    [Fact]
    public void Optimizers_say_what_does_not_fit_and_what_to_do()
    {
        var p = new Variable(Tensor.From(1f, 2), "p");
        var sgd = new Sgd([p], 0.1);
        _errors.Add("no parameters", () => _ = new Sgd(new Relu().Parameters, 0.1));
        _errors.Add("a learning rate of 0", () => _ = new Sgd([p], 0));
        _errors.Add("a learning rate of NaN", () => sgd.LearningRate = double.NaN);
        _errors.Add("a momentum of 1", () => _ = new Sgd([p], 0.1, momentum: 1));
        _errors.Add("beta2 of 1", () => _ = new Adam([p], beta2: 1));
        _errors.Add("epsilon of 0", () => _ = new AdaGrad([p], epsilon: 0));
        _errors.Add("no gradients", () => sgd.Step([]));
        Tensor loss = p.Square().Sum().Named("loss");
        sgd.Minimize(loss);
        _errors.Add("a loss from before the last step", () => sgd.Minimize(loss));
        _errors.Add("a parameter that is cut off", () => sgd.Minimize(p.StopGradient().Square().Sum()));
        _errors.Add("a loss of several numbers", () => sgd.Minimize(p.Square()));

        Approved.Verify(_errors.ToString());
    }

    [Fact]
    public void Data_and_training_say_what_does_not_fit_and_what_to_do()
    {
        Sequential net = Sequential.Dense([2, 4, 3], () => new Relu(), key: 1);
        LabeledData data = Problems.Spiral;
        _errors.Add("more examples than there are", () => data.Take(301));
        _errors.Add("a start behind the end", () => data.Slice(301, 0));
        _errors.Add("batches of 0", () => data.Batches(0, seed: 1));
        _errors.Add("an example that does not exist", () => data.Gather([300]));
        _errors.Add("labels of another number", () =>
            LabeledData.From(Tensor.Zeros([3, 2]).Named("x"), Tensor.Arange(2)));
        _errors.Add("negative labels", () => LabeledData.From(Tensor.Zeros([2, 2]), Tensor.From(0, -1)));
        Add("no limit", new());
        Add("no epochs", new() { Epochs = 0 });
        Add("a batch size below 1", new() { Epochs = 1, BatchSize = -1 });
        _errors.Add("nothing to learn from", () => Fit(data.Take(0), new() { Epochs = 1 }, 0.1));
        _errors.Add("nothing to examine", () => Training.Accuracy(net, data.Take(0)));
        _errors.Add("a learning rate that is far too large", () => Fit(data, new() { Epochs = 9 }, 1e30));

        Approved.Verify(_errors.ToString());

        void Add(string cause, TrainingOptions options) => _errors.Add(cause, () => Fit(data, options, 0.1));
        void Fit(LabeledData train, TrainingOptions options, double rate) =>
            Training.Fit(net, new Sgd(net.Parameters, rate), train, null, options);
    }
}
