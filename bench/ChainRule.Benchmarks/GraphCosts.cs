namespace ChainRule.Benchmarks;

/// <summary>What does a node cost to build, and a node of a function to differentiate?</summary>
[MemoryDiagnoser]
public class GraphCosts
{
    private const int Operations = 1000;

    private readonly Tensor[] _x =
        Array.ConvertAll(ScalarGraph.Thousand.Point(), static value => Tensor.Scalar(value));

    private Tensor _z = Tensor.Scalar(0.0);

    [GlobalSetup]
    public void Setup() => _z = ScalarGraph.Thousand.Build(_x);

    [Benchmark(OperationsPerInvoke = Operations)]
    public Tensor Build() => ScalarGraph.Thousand.Build(_x);

    [Benchmark(OperationsPerInvoke = Operations)]
    public Tensor[] Differentiate() => Gradient.Of(_z, _x);
}
