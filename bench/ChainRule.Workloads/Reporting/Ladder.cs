using System.Text;

namespace ChainRule.Workloads.Reporting;

/// <summary>The ways to get the derivatives of a small network, from the slowest to what is possible by hand.</summary>
internal static class Ladder
{
    private static readonly (string Way, string Text)[] Steps =
    [
        ("numerical", "numerical differentiation, plain loops"),
        ("closures", "an object and a closure for each operation"),
        ("tape", "a tape in flat arrays"),
        ("gradient", "ChainRule, compiled"),
        ("hand-written", "written by hand with SIMD vectors"),
    ];

    public static void Append(StringBuilder text, Results results)
    {
        var table = new Table("Way", "best", "median", "times as fast as numerical", "in evaluations of the loss");
        Measurement? numerical = Find(results, Steps[0].Way), loss = Find(results, SmallNetworks.PlainLoss);
        foreach ((string way, string description) in Steps)
        {
            if (Find(results, way) is not { } time) continue;
            table.Add(
                description,
                Quantity.Seconds(time.Best),
                Quantity.Seconds(time.Median),
                numerical is null ? "–" : Quantity.Digits(numerical.Best / time.Best),
                loss is null ? "–" : Quantity.Digits(time.Best / loss.Best));
        }

        if (table.IsEmpty) return;
        text.Append("""

            ## From numerical differentiation to the limit

            The network of micrograd's demonstration, 2-16-16-1 with ReLUs and a hinge loss over 96 points, in double
            precision on one thread: the loss and its derivatives by all 337 parameters. Every parameter is a scalar of
            its own, so nothing here is a matrix product unless the programmer or the compiler finds it. All ways give
            the same numbers. The last column divides by the time of the loss alone, in plain C# loops.


            """).Append(table);
    }

    private static Measurement? Find(Results results, string way) =>
        results.Pooled($"{SmallNetworks.Name}/{way}", 1, isOurs: true);
}
