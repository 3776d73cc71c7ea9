using System.Numerics;

namespace ChainRule.Benchmarks;

/// <summary>How fast are products of square and of skinny matrices, against three loops with vectors?</summary>
public class MatrixProducts
{
    private float[] _a = [], _b = [], _c = [];
    private Tensor _aTensor = Tensor.Scalar(0f), _bTensor = Tensor.Scalar(0f);
    private Func<Tensor, Tensor, Tensor> _compiled = static (x, _) => x;

    public static IEnumerable<Product> Products() =>
    [
        new(64, 64, 64),
        new(512, 512, 512),
        new(1024, 1024, 1024),
        // A layer of the textbook's network and the gradient of its weights.
        new(100, 50, 784),
        new(784, 50, 100),
        // Vectors, a sum of outer products, and sizes that no tile divides.
        new(1, 3079, 512),
        new(3079, 1, 512),
        new(512, 512, 3),
        new(131, 67, 3079),
    ];

    [ParamsSource(nameof(Products))]
    public Product Size { get; set; } = new(1, 1, 1);

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _a = TestData.Floats(Size.M * Size.K);
        _b = TestData.Floats(Size.K * Size.N);
        _c = new float[Size.M * Size.N];
        _aTensor = Tensor.From<float>(_a, [Size.M, Size.K]);
        _bTensor = Tensor.From<float>(_b, [Size.K, Size.N]);
        _compiled = Compile.Of(static (Tensor a, Tensor b) => Tensor.Dot(a, b));
    }

    [Benchmark(Baseline = true)]
    public float[] ThreeLoops()
    {
        Array.Clear(_c);
        for (int i = 0; i < Size.M; i++)
        {
            Span<float> target = _c.AsSpan(i * Size.N, Size.N);
            for (int k = 0; k < Size.K; k++) AddScaled(_a[i * Size.K + k], _b.AsSpan(k * Size.N, Size.N), target);
        }

        return _c;
    }

    [Benchmark]
    public Tensor Compiled() => _compiled(_aTensor, _bTensor);

    private static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> y)
    {
        int i = 0;
        for (; i <= y.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(y[i..]) + new Vector<float>(x[i..]) * factor).CopyTo(y[i..]);
        for (; i < y.Length; i++) y[i] += x[i] * factor;
    }

    /// <summary>[m, k] times [k, n].</summary>
    public sealed record Product(int M, int N, int K)
    {
        public override string ToString() => $"[{M},{K}]x[{K},{N}]";
    }
}
