using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChainRule.Planning;

namespace ChainRule;

/// <summary>
/// Where the time goes: how long each step of the plans takes that this process runs while the profile is open. The
/// measurement itself adds some 50 ns to every step.
/// </summary>
public sealed class ExecutionProfile : IDisposable
{
    private static ExecutionProfile? _current;

    private readonly Dictionary<string, (long Runs, long Ticks)> _entries = [];
    private readonly Lock _gate = new();

    private ExecutionProfile()
    {
    }

    /// <summary>The open profile, if there is one.</summary>
    internal static ExecutionProfile? Current => _current;

    /// <summary>Opens a profile; dispose it to close it. A profile that was open before is closed.</summary>
    public static ExecutionProfile Begin() => _current = new ExecutionProfile();

    /// <summary>Closes the profile; what it has seen stays.</summary>
    public void Dispose() => Interlocked.CompareExchange(ref _current, null, this);

    /// <summary>Adds a run of a step.</summary>
    internal void Add(Step step, long ticks)
    {
        lock (_gate)
        {
            string title = step.ToString()!;
            (long runs, long sum) = _entries.GetValueOrDefault(title);
            _entries[title] = (runs + 1, sum + ticks);
        }
    }

    /// <summary>A table of the steps, those that took longest first: time in all, share, runs, time of a run.</summary>
    public override string ToString()
    {
        KeyValuePair<string, (long Runs, long Ticks)>[] entries;
        lock (_gate) entries = [.. _entries.OrderByDescending(static entry => entry.Value.Ticks)];
        double total = Math.Max(1, entries.Sum(static entry => entry.Value.Ticks));
        var text = new StringBuilder();
        text.Append("   total ms   share       runs     µs a run   step\n");
        foreach ((string title, (long runs, long ticks)) in entries)
        {
            double seconds = (double)ticks / Stopwatch.Frequency;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{seconds * 1e3,11:F2} {ticks / total,7:P1} {runs,10:N0} {seconds / runs * 1e6,12:F2}   {title}\n");
        }

        return text.ToString();
    }
}
