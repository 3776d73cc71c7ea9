using System.Numerics;

namespace ChainRule.Benchmarks;

/// <summary>Is a matrix summed over all, over rows, and over columns as fast as by hand?</summary>
[MemoryDiagnoser]
public class Sums
{
    private const int Rows = 256;

    private float[] _x = [], _columnSums = [];
    private Tensor _xTensor = Tensor.Scalar(0f);
    private Func<Tensor, Tensor> _all = static x => x, _byRow = static x => x, _byColumn = static x => x;

    [Params(1024, 6 * 512 + 7)]
    public int Columns { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Machine.UseOneThread();
        _x = TestData.Floats(Rows * Columns);
        _columnSums = new float[Columns];
        _xTensor = Tensor.From<float>(_x, [Rows, Columns]);
        _all = Compile.Of(static x => x.Sum());
        _byRow = Compile.Of(static x => x.Sum(1));
        _byColumn = Compile.Of(static x => x.Sum(0));
    }

    [Benchmark(Baseline = true)]
    public float AllByHand()
    {
        int width = Vector<float>.Count, i = 0;
        Vector<float> s0 = Vector<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
        for (; i <= _x.Length - 4 * width; i += 4 * width)
        {
            s0 += new Vector<float>(_x, i);
            s1 += new Vector<float>(_x, i + width);
            s2 += new Vector<float>(_x, i + 2 * width);
            s3 += new Vector<float>(_x, i + 3 * width);
        }

        float sum = Vector.Sum(s0 + s1 + s2 + s3);
        for (; i < _x.Length; i++) sum += _x[i];
        return sum;
    }

    [Benchmark]
    public float[] ByColumnByHand()
    {
        Array.Clear(_columnSums);
        for (int row = 0; row < Rows; row++)
        {
            int start = row * Columns, i = 0;
            for (; i <= Columns - Vector<float>.Count; i += Vector<float>.Count)
                (new Vector<float>(_columnSums, i) + new Vector<float>(_x, start + i)).CopyTo(_columnSums, i);
            for (; i < Columns; i++) _columnSums[i] += _x[start + i];
        }

        return _columnSums;
    }

    [Benchmark]
    public Tensor All() => _all(_xTensor);

    [Benchmark]
    public Tensor ByRow() => _byRow(_xTensor);

    [Benchmark]
    public Tensor ByColumn() => _byColumn(_xTensor);
}
