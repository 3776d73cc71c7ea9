using System.Diagnostics;
using System.Globalization;
using ChainRule.Planning;

namespace ChainRule;

/// <summary>What a profile knows of the steps with one title.</summary>
/// <param name="Title">The title.</param>
/// <param name="Runs">How often they ran.</param>
/// <param name="Seconds">How long they took together.</param>
/// <param name="Operations">How many multiplications and additions they did together; 0 if that says nothing.</param>
/// <param name="Bytes">How many bytes they moved together.</param>
internal sealed record ProfileRow(string Title, long Runs, double Seconds, double Operations, double Bytes)
{
    /// <summary>How fast they were.</summary>
    public string Speed => Operations > 0 ? Rate(Operations, "GFLOP/s") : Rate(Bytes, "GB/s");

    /// <summary>The row of one step.</summary>
    public static ProfileRow Of(KeyValuePair<Step, (long Runs, long Ticks)> entry)
    {
        (Step step, (long runs, long ticks)) = entry;
        double seconds = (double)ticks / Stopwatch.Frequency;
        return new(step.ToString()!, runs, seconds, (double)runs * step.Operations, (double)runs * step.Bytes);
    }

    /// <summary>The row of steps with the same title.</summary>
    public static ProfileRow operator +(ProfileRow x, ProfileRow y) => new(
        x.Title, x.Runs + y.Runs, x.Seconds + y.Seconds, x.Operations + y.Operations, x.Bytes + y.Bytes);

    private string Rate(double amount, string unit) => Seconds > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{amount / Seconds / 1e9:F2} {unit}")
        : "";
}
