using System.Diagnostics;
using System.Globalization;

namespace ChainRule.Cli;

/// <summary>Measures how long a loss and its gradient take.</summary>
internal sealed class GradientTiming(Func<Tensor> loss, IReadOnlyList<Variable> parameters)
{
    private const double Step = 1e-3;
    private const int Warmups = 30, Repetitions = 101;

    // How much is measured before it is decided whether the whole would take too long.
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(3);

    // So long the run time still compiles better versions of what runs often; the speed of that start is not the speed
    // of the whole.
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(1);

    /// <summary>How many derivatives the gradient has.</summary>
    public int Derivatives { get; } = parameters.Sum(static parameter => parameter.Length);

    /// <summary>How often central differences evaluate the loss.</summary>
    public int ForwardPasses => 2 * Derivatives;

    /// <summary>Times numerical differentiation: all of it if it is likely to end in time, else a part.</summary>
    public NumericalTime Numerical(TimeSpan budget, IProgressView view, CancellationToken cancellation)
    {
        var derivative = new NumericalDerivative(loss, parameters);
        WarmUp(derivative, cancellation);
        TimeSpan part = budget < Part ? budget : Part, elapsed = TimeSpan.Zero;
        int done = 0;
        long start = Stopwatch.GetTimestamp();
        foreach ((int argument, int element) in Elements())
        {
            if (cancellation.IsCancellationRequested) throw Interrupted(done, elapsed, cancellation);
            derivative.Of(argument, element, Step);
            view.Report(++done);
            elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > part && elapsed * ((double)Derivatives / done) > budget) break;
        }

        return new(elapsed * ((double)Derivatives / done), elapsed, done, done == Derivatives);
    }

    /// <summary>
    /// Times the loss alone, and the loss with its gradient; both with building the graph. Medians of many runs.
    /// </summary>
    public (TimeSpan Function, TimeSpan Gradient) Backpropagation(CancellationToken cancellation)
    {
        var functions = new TimeSpan[Repetitions];
        var gradients = new TimeSpan[Repetitions];
        // In turns, so that both meet the same disturbances.
        for (int i = -Warmups; i < Repetitions; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            TimeSpan function = Time(() => Tensor.Compute(loss()));
            TimeSpan gradient = Time(() =>
            {
                Tensor result = loss();
                Tensor.Compute([result, .. Gradient.Of(result, parameters)]);
            });
            if (i >= 0) (functions[i], gradients[i]) = (function, gradient);
        }

        return (Median(functions), Median(gradients));
    }

    private InterruptedException Interrupted(int done, TimeSpan elapsed, CancellationToken cancellation)
    {
        string so = done == 0
            ? "interrupted before numerical differentiation was measured"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"interrupted: {done:N0} of {Plural.Of(Derivatives, "derivative")} by numerical differentiation took "
                + $"{Duration.Text(elapsed)}, so all would take about "
                + $"{Duration.Text(elapsed * ((double)Derivatives / done))}");
        return new(so, new OperationCanceledException(cancellation));
    }

    private void WarmUp(NumericalDerivative derivative, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; Stopwatch.GetElapsedTime(start) < Start; i++)
        {
            if (cancellation.IsCancellationRequested) throw Interrupted(0, TimeSpan.Zero, cancellation);
            derivative.Of(0, i % parameters[0].Length, Step);
        }
    }

    private IEnumerable<(int Argument, int Element)> Elements() =>
        parameters.SelectMany(
            static (parameter, argument) =>
                Enumerable.Range(0, parameter.Length).Select(element => (argument, element)));

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(TimeSpan[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }
}
