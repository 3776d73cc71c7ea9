using System.Globalization;

namespace ChainRule.Cli;

/// <summary>Writes a number of things: 1 step, 10,000 steps.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
