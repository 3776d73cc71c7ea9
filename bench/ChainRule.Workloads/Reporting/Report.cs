using System.Text;

namespace ChainRule.Workloads.Reporting;

/// <summary>Writes docs/performance.md.</summary>
internal static class Report
{
    public static string Of(Results results)
    {
        var text = new StringBuilder($"""
            # Performance

            Measured by `scripts/compare.sh`, which writes this page. All programs take turns, round by round; *best* is
            the fastest sample of all rounds, *median* the median of the rounds' medians. A sample lasts at least 20 ms,
            or one step. Ratios are our time divided by libtorch's: below 1 we are faster, and **losses are bold**.

            {Environment(results)}
            """);
        Comparison.Append(text, results);
        Ladder.Append(text, results);
        Details.Append(text, results);
        text.Append("""

            ## Not covered yet

            - Convolutional networks, transformer layers and LSTMs: the layers do not exist yet.
            - GPUs: there is no backend. float16 and bfloat16: there are no such dtypes.

            """);
        return text.ToString();
    }

    private static string Environment(Results results) => string.Concat(
        results.Environment.Select(static entry => $"- {entry.Key}: {entry.Value}\n"));
}
