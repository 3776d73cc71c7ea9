namespace ChainRule.Benchmarks;

/// <summary>Are a thousand scalar operations and their gradient as fast as the same written in C#?</summary>
[MemoryDiagnoser]
public class ScalarGraphs
{
    private readonly double[] _point = ScalarGraph.Thousand.Point();
    private readonly double[] _gradient = new double[ScalarGraph.Thousand.Inputs];
    private readonly Tensor[] _x =
        Array.ConvertAll(ScalarGraph.Thousand.Point(), static value => Tensor.Scalar(value));

    private Func<IReadOnlyList<Tensor>, Tensor[]> _function = static _ => [], _withGradient = static _ => [];

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _function = Compile.Of(static (IReadOnlyList<Tensor> x) => [ScalarGraph.Thousand.Build(x)]);
        _withGradient = Compile.Of(static (IReadOnlyList<Tensor> x) =>
        {
            Tensor z = ScalarGraph.Thousand.Build(x);
            return [z, .. Gradient.Of(z, x)];
        });
    }

    [Benchmark(Baseline = true)]
    public double HandWritten() => ScalarGraphCode.Evaluate(_point, _gradient);

    [Benchmark]
    public Tensor[] CompiledFunction() => _function(_x);

    [Benchmark]
    public Tensor[] CompiledGradient() => _withGradient(_x);
}
