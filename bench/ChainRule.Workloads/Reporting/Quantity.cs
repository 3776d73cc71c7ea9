using System.Globalization;

namespace ChainRule.Workloads.Reporting;

/// <summary>Numbers with units, three digits each.</summary>
internal static class Quantity
{
    public static string Seconds(double seconds) => seconds switch
    {
        < 1e-6 => $"{Digits(seconds * 1e9)} ns",
        < 1e-3 => $"{Digits(seconds * 1e6)} µs",
        < 1 => $"{Digits(seconds * 1e3)} ms",
        _ => $"{Digits(seconds)} s",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} B"),
        < 10_000_000 => $"{Digits(bytes / 1e3)} kB",
        _ => $"{Digits(bytes / 1e6)} MB",
    };

    public static string Digits(double number)
    {
        int decimals = number switch
        {
            0 => 0,
            < 0.1 => 4,
            < 1 => 3,
            < 10 => 2,
            < 100 => 1,
            _ => 0,
        };
        return number.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
