using System.Numerics;

namespace ChainRule.Benchmarks;

/// <summary>Does a chain of ten cheap operations run as fast as one loop written by hand?</summary>
[MemoryDiagnoser]
public class ElementwiseChain
{
    private float[] _x = [], _y = [], _result = [];
    private Tensor _xTensor = Tensor.Scalar(0f), _yTensor = Tensor.Scalar(0f);
    private Func<Tensor, Tensor, Tensor> _compiled = static (x, _) => x;

    [Params(6 * 512 + 7, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _x = TestData.Floats(Length);
        _y = TestData.Floats(Length);
        _result = new float[Length];
        _xTensor = Tensor.From<float>(_x);
        _yTensor = Tensor.From<float>(_y);
        _compiled = Compile.Of(Chain);
    }

    [Benchmark(Baseline = true)]
    public float[] Vectors()
    {
        int i = 0;
        for (; i <= Length - Vector<float>.Count; i += Vector<float>.Count)
            Chain(new Vector<float>(_x, i), new Vector<float>(_y, i)).CopyTo(_result, i);
        for (; i < Length; i++) _result[i] = Chain(_x[i], _y[i]);
        return _result;
    }

    [Benchmark]
    public float[] PlainLoop()
    {
        for (int i = 0; i < Length; i++) _result[i] = Chain(_x[i], _y[i]);
        return _result;
    }

    [Benchmark]
    public Tensor Compiled() => _compiled(_xTensor, _yTensor);

    private static Tensor Chain(Tensor x, Tensor y)
    {
        Tensor a = x * y + x, b = a - y * 0.5;
        return Tensor.Maximum(a * b + 1, 0) * (x - a) + b;
    }

    private static Vector<float> Chain(Vector<float> x, Vector<float> y)
    {
        Vector<float> a = x * y + x, b = a - y * 0.5f;
        return Vector.Max(a * b + Vector<float>.One, Vector<float>.Zero) * (x - a) + b;
    }

    private static float Chain(float x, float y)
    {
        float a = x * y + x, b = a - y * 0.5f;
        return MathF.Max(a * b + 1, 0) * (x - a) + b;
    }
}
