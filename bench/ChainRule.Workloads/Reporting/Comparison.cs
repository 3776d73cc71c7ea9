using System.Globalization;
using System.Text;

namespace ChainRule.Workloads.Reporting;

/// <summary>The tables against libtorch, one for each number of threads.</summary>
internal static class Comparison
{
    public static void Append(StringBuilder text, Results results)
    {
        bool hasPeer = results.Measurements.Any(static measurement => measurement.Peer != Measurement.Self);
        foreach (int threads in results.Measurements.Select(static m => m.Threads).Distinct().Order())
        {
            Table table = Rows(results, threads, hasPeer);
            if (table.IsEmpty) continue;
            text.Append(CultureInfo.InvariantCulture, $"\n## Against libtorch, {Threads(threads)}\n\n");
            if (!hasPeer) text.Append("libtorch was not installed, so the table has our times only.\n\n");
            text.Append(table);
        }
    }

    private static string Threads(int threads) => threads == 1
        ? "one thread"
        : string.Create(CultureInfo.InvariantCulture, $"{threads} threads");

    private static Table Rows(Results results, int threads, bool hasPeer)
    {
        var table = new Table(
            "Workload", "best", "median", "libtorch best", "libtorch median", "ratio best", "ratio median", "target");
        foreach (Workload workload in Catalogue.Shared())
        {
            Measurement? ours = results.Pooled(workload.Name, threads, isOurs: true);
            Measurement? theirs = results.Pooled(workload.Name, threads, isOurs: false);
            if (ours is null || (hasPeer && theirs is null)) continue;
            table.Add(
                workload.Name,
                Quantity.Seconds(ours.Best),
                Quantity.Seconds(ours.Median),
                theirs is null ? "–" : Quantity.Seconds(theirs.Best),
                theirs is null ? "–" : Quantity.Seconds(theirs.Median),
                theirs is null ? "–" : Ratio(ours.Best / theirs.Best),
                theirs is null ? "–" : Ratio(ours.Median / theirs.Median),
                Target(workload.Name, threads, theirs is null ? null : ours.Best / theirs.Best));
        }

        return table;
    }

    private static string Ratio(double ratio) =>
        ratio > 1 ? $"**{Quantity.Digits(ratio)}**" : Quantity.Digits(ratio);

    private static string Target(string workload, int threads, double? ratio)
    {
        if (Targets.For(workload, threads) is not { } target) return "";
        string verdict = ratio is null ? "" : ratio <= target ? ", met" : ", **missed**";
        return string.Create(CultureInfo.InvariantCulture, $"≤ {target}{verdict}");
    }
}
