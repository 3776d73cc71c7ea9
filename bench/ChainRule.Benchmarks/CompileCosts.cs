using ChainRule.Learning;

namespace ChainRule.Benchmarks;

/// <summary>What does it cost to trace, plan and compile, so after how many calls does it pay?</summary>
[MemoryDiagnoser]
public class CompileCosts
{
    private readonly Tensor[] _x =
        Array.ConvertAll(ScalarGraph.Thousand.Point(), static value => Tensor.Scalar(value));

    private readonly Tensor _images = TestData.Uniform(100, 784), _labels = TestData.Labels(100);
    private readonly Sequential _net = Sequential.Dense([784, 50, 10], static () => new Relu(), RandomKey.FromSeed(1));

    [GlobalSetup]
    public void Setup() => Machine.UseOneThread();

    /// <summary>The loss and the gradients of the textbook's network: compiled anew and called once.</summary>
    [Benchmark]
    public Tensor[] Network() => Compile.Of((IReadOnlyList<Tensor> data) =>
    {
        Tensor loss = Loss.SoftmaxCrossEntropy(_net.Forward(data[0]), data[1]);
        return [loss, .. Gradient.Of(loss, _net.Parameters)];
    })([_images, _labels]);

    /// <summary>A thousand scalar operations and their gradient: compiled anew and called once.</summary>
    [Benchmark]
    public Tensor[] Scalars() => Compile.Of(static (IReadOnlyList<Tensor> x) =>
    {
        Tensor z = ScalarGraph.Thousand.Build(x);
        return [z, .. Gradient.Of(z, x)];
    })(_x);
}
