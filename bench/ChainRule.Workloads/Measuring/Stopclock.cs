using System.Diagnostics;

namespace ChainRule.Workloads;

/// <summary>Times steps as the programs of the peers do.</summary>
internal static class Stopclock
{
    private const int Warmups = 5, FewestSamples = 5;

    // A sample is so long that the clock's resolution does not matter.
    private const double SampleSeconds = 0.02;

    /// <summary>Takes samples for so many seconds, at least five, and reports the best and the median.</summary>
    public static Measurement Time(Workload workload, int threads, double seconds)
    {
        Action step = workload.Prepare();
        for (int i = 0; i < Warmups; i++) step();
        int inner = (int)Math.Clamp(SampleSeconds / Once(step, 1), 1, 100_000);
        var samples = new List<double>();
        for (long start = Stopwatch.GetTimestamp();
            samples.Count < FewestSamples || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds;)
        {
            samples.Add(Once(step, inner));
        }

        samples.Sort();
        double best = samples[0], median = samples[samples.Count / 2];
        return new(Measurement.Self, workload.Name, threads, best, median, workload.Flops / best / 1e9)
        {
            Gbytes = workload.Traffic / best / 1e9,
            Allocated = Allocated(step),
        };
    }

    private static double Once(Action step, int inner)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < inner; i++) step();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / inner;
    }

    private static long Allocated(Action step)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        step();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
