using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChainRule.Workloads;

/// <summary>What to measure: <c>[threads] [part of a name] [--seconds S]</c>.</summary>
internal sealed record Arguments(int Threads, string Filter, double Seconds)
{
    public const string Usage = """
        usage: [threads] [part of a workload's name] [--seconds S]   measures; prints one line of JSON a workload
               list                                                  names the workloads
               train STEPS                                           trains the textbook's network, prints JSON
               report FOLDER                                         turns the results in a folder into Markdown
               generate PATH                                         writes the hand-written scalar graph's source
        """;

    // As long as the peers measure.
    private const double DefaultSeconds = 2;

    public static bool TryParse(ReadOnlySpan<string> args, [NotNullWhen(true)] out Arguments? arguments)
    {
        arguments = null;
        double seconds = DefaultSeconds;
        if (args is [.. var rest, "--seconds", var text])
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds)) return false;
            args = rest;
        }

        int threads = 1;
        if (args.Length > 2 || (args.Length > 0 && (!int.TryParse(args[0], out threads) || threads < 1))) return false;
        arguments = new(threads, args.Length > 1 ? args[1] : "", seconds);
        return true;
    }
}
