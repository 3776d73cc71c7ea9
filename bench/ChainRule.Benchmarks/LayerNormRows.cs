using System.Numerics;

namespace ChainRule.Benchmarks;

/// <summary>Does layer normalisation, built of means and squares, run as fast as three passes over each row?</summary>
[MemoryDiagnoser]
public class LayerNormRows
{
    private const int Rows = 128;
    private const float Epsilon = 1e-5f;

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
        _compiled = Compile.Of(static x =>
        {
            Tensor centred = x - x.Mean(-1, keep: true);
            return centred / (centred.Square().Mean(-1, keep: true) + Epsilon).Sqrt();
        });
    }

    [Benchmark(Baseline = true)]
    public float[] HandWritten()
    {
        for (int row = 0; row < Rows; row++)
            Normalize(_x.AsSpan(row * Columns, Columns), _result.AsSpan(row * Columns, Columns));
        return _result;
    }

    [Benchmark]
    public Tensor Compiled() => _compiled(_xTensor);

    private static void Normalize(ReadOnlySpan<float> x, Span<float> y)
    {
        int width = Vector<float>.Count, i = 0;
        Vector<float> sums = Vector<float>.Zero, squares = Vector<float>.Zero;
        for (; i <= x.Length - width; i += width) sums += new Vector<float>(x[i..]);
        float sum = Vector.Sum(sums);
        for (; i < x.Length; i++) sum += x[i];

        float mean = sum / x.Length;
        for (i = 0; i <= x.Length - width; i += width)
        {
            Vector<float> centred = new Vector<float>(x[i..]) - new Vector<float>(mean);
            squares += centred * centred;
        }

        float square = Vector.Sum(squares);
        for (; i < x.Length; i++) square += (x[i] - mean) * (x[i] - mean);

        float factor = 1 / MathF.Sqrt(square / x.Length + Epsilon);
        for (i = 0; i <= x.Length - width; i += width)
            ((new Vector<float>(x[i..]) - new Vector<float>(mean)) * factor).CopyTo(y[i..]);
        for (; i < x.Length; i++) y[i] = (x[i] - mean) * factor;
    }
}
