using System.Diagnostics;
using System.Text.Json;
using static TorchSharp.torch;

namespace ChainRule.Peers.LibTorch;

/// <summary>Times steps as ChainRule.Workloads does, and prints the same JSON.</summary>
internal sealed class Clock(int threads, string filter, double seconds)
{
    private const string Peer = "libtorch 2.10 (TorchSharp 0.107)";
    private const int Warmups = 5, FewestSamples = 5;
    private const double SampleSeconds = 0.02;

    /// <summary>Times a step if its name is asked for. A step disposes what it makes.</summary>
    public void Time(string workload, double flops, Func<Action> prepare)
    {
        if (!workload.Contains(filter, StringComparison.Ordinal)) return;
        using var data = NewDisposeScope();
        Action step = prepare();
        for (int i = 0; i < Warmups; i++) step();
        int inner = (int)Math.Clamp(SampleSeconds / Sample(step, 1), 1, 100_000);
        var samples = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (samples.Count < FewestSamples || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            samples.Add(Sample(step, inner));
        samples.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = Peer,
            workload,
            threads,
            best_s = samples[0],
            median_s = samples[samples.Count / 2],
            gflops = flops / samples[0] / 1e9,
        }));
    }

    private static double Sample(Action step, int inner)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < inner; i++) step();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / inner;
    }
}
