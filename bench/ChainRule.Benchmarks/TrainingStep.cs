using ChainRule.Learning;

namespace ChainRule.Benchmarks;

/// <summary>What does it bring to compile a step of training the textbook's network?</summary>
[MemoryDiagnoser]
public class TrainingStep
{
    private Action _traced = static () => { };
    private Func<Tensor, Tensor, Tensor> _compiled = static (x, _) => x;
    private Tensor _x = Tensor.Scalar(0f), _labels = Tensor.Scalar(0);

    [Params(100, 107)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _x = TestData.Uniform(Batch, 784);
        _labels = TestData.Labels(Batch);
        (Sequential net, Sgd optimizer) = Network();
        _traced = () => optimizer.Minimize(Loss.SoftmaxCrossEntropy(net.Forward(_x), _labels));
        (Sequential compiledNet, Sgd compiledOptimizer) = Network();
        _compiled = Compile.Of((Tensor x, Tensor labels) =>
        {
            Tensor loss = Loss.SoftmaxCrossEntropy(compiledNet.Forward(x), labels);
            compiledOptimizer.Minimize(loss);
            return loss;
        });
    }

    [Benchmark(Baseline = true)]
    public void TracedAnew() => _traced();

    [Benchmark]
    public Tensor Compiled() => _compiled(_x, _labels);

    private static (Sequential Net, Sgd Optimizer) Network()
    {
        Sequential net = Sequential.Dense([784, 50, 10], static () => new Relu(), RandomKey.FromSeed(1));
        return (net, new(net.Parameters, learningRate: 0.01));
    }
}
