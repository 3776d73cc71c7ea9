using System.Diagnostics;

namespace ChainRule.Reading;

/// <summary>The gradient of a small network in both ways, with their times.</summary>
internal static class SlowGradient
{
    private const int Samples = 20, Inputs = 20, Hidden = 30, Classes = 10;
    private const double H = 1e-4;

    // Backpropagation is too quick for one run to be timed.
    private const int Runs = 50;

    // The page must stay alive: so long at most without letting it draw.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(40);

    private static readonly Shape[] Shapes = [[Inputs, Hidden], [Hidden], [Hidden, Classes], [Classes]];

    /// <summary>How many weights there are.</summary>
    public static int Count { get; } = Shapes.Sum(static shape => shape.Length);

    /// <summary>What was measured.</summary>
    /// <param name="Numerical">For all derivatives by central differences.</param>
    /// <param name="Backward">For all of them by backpropagation.</param>
    /// <param name="LargestDifference">The largest difference between both, over all weights.</param>
    public sealed record Result(TimeSpan Numerical, TimeSpan Backward, double LargestDifference);

    /// <summary>Measures both.</summary>
    /// <param name="progress">Gets the number of weights that are done, whenever the page may draw.</param>
    public static async Task<Result> MeasureAsync(Action<int> progress)
    {
        double[][] weights = [.. Shapes.Select(static (shape, i) => Numbers(shape, i))];
        Tensor x = Tensor.From<double>(Numbers([Samples, Inputs], 7), [Samples, Inputs]);
        Tensor t = Tensor.OneHot(
            Tensor.From([.. Enumerable.Range(0, Samples).Select(static i => i % Classes)]), Classes, DType.Float64);

        var numerical = new double[Count];
        TimeSpan slow = TimeSpan.Zero;
        int done = 0;
        long start = Stopwatch.GetTimestamp();
        foreach (double[] weight in weights)
        {
            for (int i = 0; i < weight.Length; i++)
            {
                double before = weight[i];
                weight[i] = before + H;
                double above = Loss(Tensors(weights), x, t).Item();
                weight[i] = before - H;
                double below = Loss(Tensors(weights), x, t).Item();
                weight[i] = before;
                numerical[done++] = (above - below) / (2 * H);
                if (Stopwatch.GetElapsedTime(start) < Slice) continue;
                slow += Stopwatch.GetElapsedTime(start);
                progress(done);
                await Task.Delay(1);
                start = Stopwatch.GetTimestamp();
            }
        }

        slow += Stopwatch.GetElapsedTime(start);
        double[] backward = Backward(weights, x, t);
        start = Stopwatch.GetTimestamp();
        for (int run = 0; run < Runs; run++) backward = Backward(weights, x, t);
        TimeSpan quick = Stopwatch.GetElapsedTime(start) / Runs;
        return new(slow, quick, backward.Zip(numerical, static (a, b) => Math.Abs(a - b)).Max());
    }

    private static double[] Backward(double[][] weights, Tensor x, Tensor t)
    {
        Tensor[] parameters = Tensors(weights);
        Tensor[] gradients = Gradient.Of(Loss(parameters, x, t), parameters);
        Tensor.Compute(gradients);
        return [.. gradients.SelectMany(static gradient => gradient.ToArray<double>())];
    }

    private static Tensor Loss(Tensor[] weights, Tensor x, Tensor t)
    {
        Tensor hidden = (x.Dot(weights[0]) + weights[1]).Sigmoid();
        return -(t * (hidden.Dot(weights[2]) + weights[3]).LogSoftmax()).Sum() / Samples;
    }

    private static Tensor[] Tensors(double[][] weights) =>
        [.. weights.Select(static (weight, i) => Tensor.From<double>(weight, Shapes[i]))];

    private static double[] Numbers(Shape shape, int seed) =>
        Tensor.RandomNormal(shape, seed, deviation: 0.3, dtype: DType.Float64).ToArray<double>();
}
