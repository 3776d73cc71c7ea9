namespace ChainRule.Benchmarks;

/// <summary>What does a call of a compiled function cost beyond its arithmetic?</summary>
[MemoryDiagnoser]
public class CallOverhead
{
    private Func<double, double> _delegate = static x => x;
    private Func<Tensor, Tensor> _compiled = static x => x, _traced = static x => x;
    private Tensor _x = Tensor.Scalar(0.0);

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _delegate = static x => x * x + Math.Sin(x);
        _traced = static x => x * x + x.Sin();
        _compiled = Compile.Of(_traced);
        _x = Tensor.Scalar(1.5);
    }

    [Benchmark(Baseline = true)]
    public double Delegate() => _delegate(1.5);

    [Benchmark]
    public Tensor Compiled() => _compiled(_x);

    /// <summary>With reading the number and making the argument, as a program around it would.</summary>
    [Benchmark]
    public double CompiledOfNumbers() => _compiled(Tensor.Scalar(1.5)).Item();

    [Benchmark]
    public double Traced() => _traced(Tensor.Scalar(1.5)).Item();
}
