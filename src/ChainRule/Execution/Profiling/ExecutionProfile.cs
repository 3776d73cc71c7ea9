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

    private readonly Dictionary<Step, (long Runs, long Ticks)> _entries = [];
    private readonly Lock _gate = new();

    /// <summary>A profile that is not open.</summary>
    internal ExecutionProfile()
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
            (long runs, long sum) = _entries.GetValueOrDefault(step);
            _entries[step] = (runs + 1, sum + ticks);
        }
    }

    /// <summary>
    /// A table of the steps, those that took longest first: time in all, share of all steps' time, runs, time of a run,
    /// speed. The speed of products is in multiplications and additions a second, that of loops in bytes a second, each
    /// array counted once.
    /// </summary>
    public override string ToString()
    {
        ProfileRow[] rows;
        lock (_gate)
        {
            rows =
            [
                .. _entries
                    .Select(ProfileRow.Of)
                    .GroupBy(static row => row.Title)
                    .Select(static rows => rows.Aggregate(static (sum, row) => sum + row))
                    .OrderByDescending(static row => row.Seconds),
            ];
        }

        double total = Math.Max(double.Epsilon, rows.Sum(static row => row.Seconds));
        var text = new StringBuilder();
        text.Append("   total ms   share       runs     µs a run            speed   step\n");
        foreach (ProfileRow row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Seconds * 1e3,11:F2} {row.Seconds / total,7:P1} {row.Runs,10:N0} "
                + $"{row.Seconds / row.Runs * 1e6,12:F2} {row.Speed,16}   {row.Title}\n");
        }

        return text.ToString();
    }
}
