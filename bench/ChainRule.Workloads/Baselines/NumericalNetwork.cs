using System.Runtime.CompilerServices;

namespace ChainRule.Workloads.Baselines;

/// <summary>By central differences of a loss in plain loops: two evaluations for each parameter.</summary>
internal sealed class NumericalNetwork : ISmallNetwork
{
    /// <summary>
    /// Central differences with this step are right to about 1e-8, except where a ReLU's kink is nearer than it.
    /// </summary>
    public const double Tolerance = 1e-5;

    private const double Step = 1e-6;

    private readonly double[] _parameters = [.. Moons.Start], _result = new double[1 + Moons.Parameters];

    public void Run()
    {
        _result[0] = Loss(_parameters);
        for (int i = 0; i < _parameters.Length; i++)
        {
            double value = _parameters[i];
            _parameters[i] = value + Step;
            double above = Loss(_parameters);
            _parameters[i] = value - Step;
            double below = Loss(_parameters);
            _parameters[i] = value;
            _result[1 + i] = (above - below) / (2 * Step);
        }
    }

    public double[] Result() => _result;

    /// <summary>The loss alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Loss(ReadOnlySpan<double> parameters)
    {
        Span<double> first = stackalloc double[Moons.Width], second = stackalloc double[Moons.Width];
        double loss = 0;
        for (int point = 0; point < Moons.Points; point++)
        {
            ReadOnlySpan<double> inputs = [Moons.X[point], Moons.Y[point]];
            for (int j = 0; j < first.Length; j++)
                first[j] = Math.Max(0, Unit(parameters.Slice(j * (Moons.Inputs + 1)), inputs));
            for (int j = 0; j < second.Length; j++)
                second[j] = Math.Max(0, Unit(parameters.Slice(Moons.Second + j * (Moons.Width + 1)), first));
            loss += Math.Max(0, 1 - Moons.Labels[point] * Unit(parameters.Slice(Moons.Last), second));
        }

        return loss / Moons.Points;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Unit(ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs)
    {
        double sum = parameters[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) sum += parameters[i] * inputs[i];
        return sum;
    }
}
