using System.Globalization;
using System.Text;

namespace ChainRule.Workloads.Reporting;

/// <summary>The smaller tables: what gradients cost, allocation, limits of the machine, training.</summary>
internal static class Details
{
    public static void Append(StringBuilder text, Results results)
    {
        Section(text, Times(results, "scalar-graph-1000"), """
            ## A thousand scalar operations

            A random expression of 1,000 scalar operations in double precision: its value, its value with all 50
            derivatives, and the latter as C# source with the derivatives worked out in advance.
            """);
        Section(text, Gradients(results), """
            ## What a gradient costs

            The time of a function with its gradient, divided by that of the function alone, on one thread. Theory
            bounds the arithmetic by about 4.
            """);
        Section(text, Times(results, "mlp-784-50-10-b100/train"), """
            ## What a training step allocates

            The textbook's network, batch 100: the compiled step, and a plain loop of `optimizer.Minimize`, which builds
            and differentiates the graph anew in each step.
            """);
        Section(text, Limits(results), """
            ## Limits of the machine

            Chains of fused multiply-adds, and memory traffic (bytes read and written; the lines that a store fetches
            first are not counted).
            """);
        Section(text, Training(results), """
            ## The textbook's training

            784-50-10, batches of 100, learning rate 0.1, without reading the files.
            """);
    }

    private static void Section(StringBuilder text, Table table, string introduction)
    {
        if (!table.IsEmpty) text.Append('\n').Append(introduction).Append("\n\n").Append(table);
    }

    private static Table Times(Results results, string prefix)
    {
        var table = new Table("Workload, one thread", "best", "median", "allocated a step");
        foreach (string name in Names(results).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (results.Pooled(name, 1, isOurs: true) is not { } time) continue;
            table.Add(
                name,
                Quantity.Seconds(time.Best),
                Quantity.Seconds(time.Median),
                time.Allocated is { } bytes ? Quantity.Bytes(bytes) : "–");
        }

        return table;
    }

    private static Table Gradients(Results results)
    {
        const string Function = "/function", Gradient = "/gradient";
        var table = new Table("Workload", "function", "with gradient", "ratio");
        foreach (string name in Names(results).Where(static name => name.EndsWith(Function, StringComparison.Ordinal)))
        {
            string workload = name[..^Function.Length];
            if (results.Pooled(name, 1, isOurs: true) is not { } function
                || results.Pooled(workload + Gradient, 1, isOurs: true) is not { } gradient) continue;
            table.Add(
                workload,
                Quantity.Seconds(function.Best),
                Quantity.Seconds(gradient.Best),
                Quantity.Digits(gradient.Best / function.Best));
        }

        return table;
    }

    private static Table Limits(Results results)
    {
        var table = new Table("Limit", "threads", "best", "median");
        foreach (string name in Names(results).Where(static n => n.StartsWith("limit-", StringComparison.Ordinal)))
        {
            foreach (int threads in results.Measurements.Select(static m => m.Threads).Distinct().Order())
            {
                if (results.Pooled(name, threads, isOurs: true) is not { } limit) continue;
                bool isArithmetic = limit.Gflops > 0;
                double best = isArithmetic ? limit.Gflops : limit.Gbytes, median = best * limit.Best / limit.Median;
                string unit = isArithmetic ? "GFLOP/s" : "GB/s";
                table.Add(
                    name["limit-".Length..],
                    threads.ToString(CultureInfo.InvariantCulture),
                    $"{Quantity.Digits(best)} {unit}",
                    $"{Quantity.Digits(median)} {unit}");
            }
        }

        return table;
    }

    private static Table Training(Results results)
    {
        var table = new Table("Program", "steps", "best", "steps a second", "test accuracy");
        foreach (IGrouping<string, TrainingTime> runs in results.Training.GroupBy(static run => run.Peer))
        {
            TrainingTime best = runs.MinBy(static run => run.Seconds)!;
            table.Add(
                runs.Key,
                best.Steps.ToString("N0", CultureInfo.InvariantCulture),
                Quantity.Seconds(best.Seconds),
                Quantity.Digits(best.Steps / best.Seconds),
                best.Accuracy.ToString("P2", CultureInfo.InvariantCulture));
        }

        return table;
    }

    // In the catalogue's order, though rounds may have been cut short.
    private static IEnumerable<string> Names(Results results) =>
        Catalogue.All(1).Select(static workload => workload.Name)
            .Where(name => results.Measurements.Any(measurement => measurement.Workload == name));
}
