using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>
/// A reduction over the columns of a row, in the order that <see cref="LoopKernel.BlockLength"/> defines.
/// </summary>
internal sealed class ScalarReduction<TReal, TWhole>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
{
    private readonly Instruction _step;
    private readonly ScalarValue<TReal, TWhole>[] _lanes;
    private ScalarValue<TReal, TWhole> _total;
    private double _sum;

    public ScalarReduction(Instruction step, int vectorBits)
    {
        _step = step;
        _lanes = new ScalarValue<TReal, TWhole>[vectorBits / 8 / Unsafe.SizeOf<TReal>()];
        _total = Start();
        Array.Fill(_lanes, Start());
    }

    public void Add(ScalarValue<TReal, TWhole> value, nint column)
    {
        if (column > 0 && column % LoopKernel.BlockLength == 0) EndBlock();
        nint lane = column % _lanes.Length;
        _lanes[lane] = Combine(_lanes[lane], value);
    }

    public ScalarValue<TReal, TWhole> Result()
    {
        EndBlock();
        return _step is { Primitive: Primitive.RowSum, Type: LaneType.Real }
            ? new(TReal.CreateTruncating(_sum), default, false)
            : _total;
    }

    private void EndBlock()
    {
        for (int half = _lanes.Length / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++) _lanes[i] = Combine(_lanes[i], _lanes[i + half]);
        }

        _sum += double.CreateTruncating(_lanes[0].Real);
        _total = Combine(_total, _lanes[0]);
        Array.Fill(_lanes, Start());
    }

    private ScalarValue<TReal, TWhole> Start() => _step.Primitive switch
    {
        Primitive.RowMax => new(TReal.NegativeInfinity, TWhole.MinValue, false),
        Primitive.RowMin => new(TReal.PositiveInfinity, TWhole.MaxValue, false),
        _ => default,
    };

    private ScalarValue<TReal, TWhole> Combine(ScalarValue<TReal, TWhole> x, ScalarValue<TReal, TWhole> y) =>
        _step.Primitive switch
        {
            Primitive.RowMax => new(TReal.Max(x.Real, y.Real), TWhole.Max(x.Whole, y.Whole), false),
            Primitive.RowMin => new(TReal.Min(x.Real, y.Real), TWhole.Min(x.Whole, y.Whole), false),
            _ => new(x.Real + y.Real, unchecked(x.Whole + y.Whole), false),
        };
}
