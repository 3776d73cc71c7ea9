using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChainRule.Workloads;

/// <summary>What was measured of a workload: one line of JSON.</summary>
/// <param name="Peer">Which library.</param>
/// <param name="Workload">Which workload.</param>
/// <param name="Threads">How many threads it might use.</param>
/// <param name="Best">Seconds of the fastest sample.</param>
/// <param name="Median">Seconds of the median sample.</param>
/// <param name="Gflops">10⁹ floating-point operations a second in the fastest sample.</param>
internal sealed record Measurement(
    [property: JsonPropertyName("peer")] string Peer,
    [property: JsonPropertyName("workload")] string Workload,
    [property: JsonPropertyName("threads")] int Threads,
    [property: JsonPropertyName("best_s")] double Best,
    [property: JsonPropertyName("median_s")] double Median,
    [property: JsonPropertyName("gflops")] double Gflops)
{
    /// <summary>How this library is called in results.</summary>
    public const string Self = "ChainRule";

    /// <summary>10⁹ bytes a second; 0 if the workload does not measure the memory.</summary>
    [JsonPropertyName("gbytes")]
    public double Gbytes { get; init; }

    /// <summary>Bytes that the calling thread allocates a step; null if unknown.</summary>
    [JsonPropertyName("allocated")]
    public long? Allocated { get; init; }

    public static Measurement Parse(string line) =>
        JsonSerializer.Deserialize<Measurement>(line) ?? throw new JsonException($"No measurement: {line}");

    public override string ToString() => JsonSerializer.Serialize(this);
}
