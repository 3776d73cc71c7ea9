using System.Globalization;

namespace ChainRule.Cli;

/// <summary>
/// A linear axis with ticks at round numbers: 1, 2 or 5 times a power of ten apart (Heckbert 1990, "Nice numbers for
/// graph labels").
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
        return new(title, low, high, Ticked(first, last, step), Format(step));
    }

    /// <summary>An axis that shows all the given numbers, and starts and ends at a tick.</summary>
    /// <param name="title">What is measured, with its unit.</param>
    /// <param name="values">Numbers; those that are not finite are passed over.</param>
    /// <param name="intervals">About how many intervals it should have.</param>
    public static Axis Around(string title, IEnumerable<double> values, int intervals)
    {
        (double low, double high) = Range(values);
        // A single number gets an axis from 0 to its double.
        if (high - low <= 1e-12 * Math.Abs(high))
            (low, high) = low == 0 ? (0, 1) : (Math.Min(0, 2 * low), Math.Max(0, 2 * high));
        return Around(title, low, high, intervals, percent: false);
    }

    /// <summary>An axis that shows parts of a whole as percentages, and starts and ends at a tick.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="values">Numbers from 0 to 1; those that are not finite are passed over.</param>
    /// <param name="intervals">About how many intervals it should have.</param>
    public static Axis OfParts(string title, IEnumerable<double> values, int intervals)
    {
        // Closer together, chance would look like a trend.
        const double LeastExtent = 0.05;
        (double low, double high) = Range(values);
        double missing = Math.Max(0, LeastExtent - (high - low));
        high = Math.Min(1, high + (missing / 2));
        low = Math.Max(0, Math.Min(low, high - LeastExtent));
        return Around(title, low, Math.Max(high, low + LeastExtent), intervals, percent: true);
    }

    /// <summary>The label of a tick.</summary>
    public string Label(double tick) => tick.ToString(_format, CultureInfo.InvariantCulture);

    /// <summary>Where a number is on the axis: 0 at its start, 1 at its end.</summary>
    public double Place(double value) => (value - Low) / (High - Low);

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        return (finite.Min(), finite.Max());
    }

    private static Axis Around(string title, double low, double high, int intervals, bool percent)
    {
        double step = Nice((high - low) / intervals);
        double first = Math.Floor((low / step) + 1e-9), last = Math.Ceiling((high / step) - 1e-9);
        return new(title, first * step, last * step, Ticked(first, last, step), percent ? "0%" : Format(step));
    }

    private static double[] Ticked(double first, double last, double step) =>
        [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];

    private static string Format(double step)
    {
        int decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(step) + 1e-9));
        return decimals == 0 ? "0" : "0." + new string('0', decimals);
    }

    private static double Nice(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        // A round number stays one, whatever the rounding before.
        return ((rough / power) - 1e-9) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        } * power;
    }
}
