namespace ChainRule.Workloads.Reporting;

/// <summary>What the programs printed, round by round, and where they ran.</summary>
/// <param name="Measurements">Every line of every round.</param>
/// <param name="Environment">Machine, versions and load: what stands left and right of a colon.</param>
/// <param name="Training">Lines of the textbook's training.</param>
internal sealed record Results(
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<(string Key, string Value)> Environment,
    IReadOnlyList<TrainingTime> Training)
{
    private const string TrainingFile = "training.jsonl";

    /// <summary>Reads environment.txt, training.jsonl, and measurements from all other .jsonl files.</summary>
    public static Results Read(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.jsonl");
        return new(
            [.. files.Where(static file => !IsTraining(file)).SelectMany(Lines).Select(Measurement.Parse)],
            [.. Lines(Path.Combine(folder, "environment.txt")).Select(Entry)],
            [.. files.Where(IsTraining).SelectMany(Lines).Select(TrainingTime.Parse)]);
    }

    /// <summary>The rounds of a workload as one: the minimum of the minima, the median of the medians.</summary>
    public Measurement? Pooled(string workload, int threads, bool isOurs)
    {
        Measurement[] rounds =
        [
            .. Measurements.Where(measurement => measurement.Workload == workload
                && measurement.Threads == threads && measurement.Peer == Measurement.Self == isOurs),
        ];
        if (rounds.Length == 0) return null;
        Measurement best = rounds.MinBy(static round => round.Best)!;
        double[] medians = [.. rounds.Select(static round => round.Median).Order()];
        return best with { Median = medians[medians.Length / 2] };
    }

    private static bool IsTraining(string file) => Path.GetFileName(file) == TrainingFile;

    private static IEnumerable<string> Lines(string file) =>
        File.Exists(file) ? File.ReadLines(file).Where(static line => line.Length > 0) : [];

    private static (string, string) Entry(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon], line[(colon + 1)..].Trim());
    }
}
