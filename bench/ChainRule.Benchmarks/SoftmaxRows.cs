using System.Numerics;

namespace ChainRule.Benchmarks;

/// <summary>Does softmax, built of five operations, run as fast as three passes over each row?</summary>
[MemoryDiagnoser]
public class SoftmaxRows
{
    private const int Rows = 128;

    private float[] _x = [], _result = [];
    private Tensor _xTensor = Tensor.Scalar(0f);
    private Func<Tensor, Tensor> _compiled = static x => x;

    [Params(10, 1024, 6 * 512 + 7)]
    public int Columns { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _x = TestData.Floats(Rows * Columns);
        _result = new float[_x.Length];
        _xTensor = Tensor.From<float>(_x, [Rows, Columns]);
        _compiled = Compile.Of(static x => x.Softmax());
    }

    [Benchmark(Baseline = true)]
    public float[] HandWritten()
    {
        for (int row = 0; row < Rows; row++)
            Softmax(_x.AsSpan(row * Columns, Columns), _result.AsSpan(row * Columns, Columns));
        return _result;
    }

    [Benchmark]
    public Tensor Compiled() => _compiled(_xTensor);

    private static void Softmax(ReadOnlySpan<float> x, Span<float> y)
    {
        int width = Vector<float>.Count, i = 0;
        var largest = new Vector<float>(float.NegativeInfinity);
        for (; i <= x.Length - width; i += width) largest = Vector.Max(largest, new(x[i..]));
        float max = float.NegativeInfinity;
        for (int lane = 0; lane < width; lane++) max = MathF.Max(max, largest[lane]);
        for (; i < x.Length; i++) max = MathF.Max(max, x[i]);

        Vector<float> sums = Vector<float>.Zero, shift = new(max);
        for (i = 0; i <= x.Length - width; i += width)
        {
            Vector<float> exponential = Vector.Exp(new Vector<float>(x[i..]) - shift);
            exponential.CopyTo(y[i..]);
            sums += exponential;
        }

        float sum = Vector.Sum(sums);
        for (; i < x.Length; i++) sum += y[i] = MathF.Exp(x[i] - max);

        float factor = 1 / sum;
        for (i = 0; i <= x.Length - width; i += width) (new Vector<float>(y[i..]) * factor).CopyTo(y[i..]);
        for (; i < x.Length; i++) y[i] *= factor;
    }
}
