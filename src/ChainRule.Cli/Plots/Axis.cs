using System.Globalization;

namespace ChainRule.Cli;

/// <summary>
/// A linear axis with ticks at round numbers: 1, 2 or 5 times a power of ten apart (Heckbert 1990, "Nice numbers for graph labels").
/// </summary>
internal sealed class Axis
{
    private readonly string _format;

    private Axis(string title, double low, double high, IReadOnlyList<double> ticks, string format) =>
        (Title, Low, High, Ticks, _format) = (title, low, high, ticks, format);

    /// <summary>What is measured, with its unit.</summary>
    public string Title { get; }

    /// <summary>Where the axis starts.</summary>
    public double Low { get; }

    /// <summary>Where the axis ends.</summary>
    public double High { get; }

    /// <summary>The numbers with a label.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>An axis from one number to another, with the ticks that lie between.</summary>
    /// <param name="title">What is measured, with its unit.</param>
    /// <param name="low">Where it starts.</param>
    /// <param name="high">Where it ends, above its start.</param>
    /// <param name="intervals">About how many intervals it should have.</param>
    public static Axis Between(string title, double low, double high, int intervals)
    {
        double step = Nice((high - low) / intervals);
        // Rounding must not lose a tick that is an end of the axis.
        double first = Math.Ceiling((low / step) - 1e-9), last = Math.Floor((high / step) + 1e-9);
        return new(title, low, high, Ticked(first, last, step), Format(step, percent: false));
    }

    /// <summary>An axis that shows all the given numbers, and starts and ends at a tick.</summary>
    /// <param name="title">What is measured, with its unit.</param>
    /// <param name="values">Numbers; those that are not finite are passed over.</param>
    /// <param name="intervals">About how many intervals it should have.</param>
    /// <param name="percent">Whether 1 is written 100%.</param>
    public static Axis Around(string title, IEnumerable<double> values, int intervals, bool percent = false)
    {
        double[] finite = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        double low = finite.Min(), high = finite.Max();
        // A single number gets some axis around it: 5% to both sides, or from 0 to its double.
        if (high - low <= 1e-12 * Math.Abs(high))
        {
            (low, high) = low == 0 ? (0, 1)
                : percent ? (low - 0.05, Math.Min(1, high + 0.05))
                : (Math.Min(0, 2 * low), Math.Max(0, 2 * high));
        }

        double step = Nice((high - low) / intervals);
        double first = Math.Floor((low / step) + 1e-9), last = Math.Ceiling((high / step) - 1e-9);
        return new(title, first * step, last * step, Ticked(first, last, step), Format(step, percent));
    }

    /// <summary>The label of a tick.</summary>
    public string Label(double tick) => tick.ToString(_format, CultureInfo.InvariantCulture);

    /// <summary>Where a number is on the axis: 0 at its start, 1 at its end.</summary>
    public double Place(double value) => (value - Low) / (High - Low);

    private static double[] Ticked(double first, double last, double step) =>
        [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];

    private static string Format(double step, bool percent)
    {
        int decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(step) + 1e-9) - (percent ? 2 : 0));
        return "0" + (decimals == 0 ? "" : "." + new string('0', decimals)) + (percent ? "%" : "");
    }

    private static double Nice(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        } * power;
    }
}
