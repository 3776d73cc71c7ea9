using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Workloads.Baselines;

/// <summary>
/// By loops that know this one network: a vector of points at a time, derivatives worked out on paper, a few units
/// together so that sums stay in registers. What a patient programmer gets without any library.
/// </summary>
internal sealed class HandWrittenNetwork : ISmallNetwork
{
    private const int Points = Moons.Points, Width = Moons.Width, Inputs = Moons.Inputs;

    // Arrays [unit][point]; a bar means the adjoint of what enters a unit's ReLU.
    private readonly double[] _inputs = [.. Moons.X, .. Moons.Y];
    private readonly double[] _minusLabels = Array.ConvertAll(Moons.Labels, static label => -label);
    private readonly double[] _first = new double[Width * Points], _second = new double[Width * Points];
    private readonly double[] _firstBar = new double[Width * Points], _secondBar = new double[Width * Points];
    private readonly double[] _weighted = new double[Width * Points], _result = new double[1 + Moons.Parameters];

    public void Run()
    {
        if (Vector512.IsHardwareAccelerated) Run<Lanes512>();
        else Run<Lanes256>();
    }

    public double[] Result() => _result;

    private void Run<T>()
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<double> parameters = Moons.Start;
        ReadOnlySpan<double> second = parameters[Moons.Second..Moons.Last];
        Span<double> gradient = _result.AsSpan(1);
        DenseLoops<T>.Forward(Inputs, parameters[..Moons.Second], _inputs, _first);
        DenseLoops<T>.Forward(Width, second, _first, _second);
        _result[0] = Output<T>(parameters[Moons.Last..], out gradient[^1]);
        DenseLoops<T>.RowSums(_weighted, gradient[Moons.Last..], 1);
        DenseLoops<T>.WeightGradient(Width, _secondBar, _first, gradient[Moons.Second..Moons.Last]);
        DenseLoops<T>.Backward(second, _secondBar, _first, _firstBar);
        DenseLoops<T>.WeightGradient(Inputs, _firstBar, _inputs, gradient[..Moons.Second]);
    }

    /// <summary>Scores and loss, the adjoints of the second layer, and its outputs times the score's adjoint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Output<T>(ReadOnlySpan<double> parameters, out double biasGradient)
        where T : struct, ILanes<T>
    {
        T losses = T.All(0), scoreBars = losses, zero = losses, one = T.All(1), share = T.All(1.0 / Points);
        for (int point = 0; point < Points; point += T.Count)
        {
            T even = T.All(parameters[Width]), odd = zero;
            for (int i = 0; i < Width; i += 2)
            {
                even = T.All(parameters[i]).MultiplyAdd(DenseLoops<T>.Load(_second, i, point), even);
                odd = T.All(parameters[i + 1]).MultiplyAdd(DenseLoops<T>.Load(_second, i + 1, point), odd);
            }

            T minusLabels = DenseLoops<T>.Load(_minusLabels, 0, point);
            T margin = minusLabels.MultiplyAdd(one.MultiplyAdd(even, odd), one);
            losses = one.MultiplyAdd(margin.Relu(), losses);
            T scoreBar = minusLabels.MultiplyAdd(share, zero).WherePositive(margin);
            scoreBars = one.MultiplyAdd(scoreBar, scoreBars);
            for (int i = 0; i < Width; i++)
            {
                T unit = DenseLoops<T>.Load(_second, i, point);
                T bar = scoreBar.MultiplyAdd(T.All(parameters[i]), zero).WherePositive(unit);
                DenseLoops<T>.Store(bar, _secondBar, i, point);
                DenseLoops<T>.Store(scoreBar.MultiplyAdd(unit, zero), _weighted, i, point);
            }
        }

        biasGradient = scoreBars.Sum();
        return losses.Sum() / Points;
    }
}
