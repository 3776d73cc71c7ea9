using System.Globalization;

namespace ChainRule.Cli;

/// <summary>Writes a time with three digits and a unit that suits it.</summary>
internal static class Duration
{
    public static string Text(TimeSpan time)
    {
        (double value, string unit) = time.TotalSeconds switch
        {
            >= 120 => (time.TotalMinutes, "min"),
            >= 1 => (time.TotalSeconds, "s"),
            >= 1e-3 => (time.TotalMilliseconds, "ms"),
            _ => (time.TotalMicroseconds, "µs"),
        };
        string format = value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }
}
