using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChainRule.Workloads.Reporting;

/// <summary>How long the textbook's training took.</summary>
internal sealed record TrainingTime(
    [property: JsonPropertyName("peer")] string Peer,
    [property: JsonPropertyName("steps")] int Steps,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("accuracy")] double Accuracy)
{
    public static TrainingTime Parse(string line) =>
        JsonSerializer.Deserialize<TrainingTime>(line) ?? throw new JsonException($"No training time: {line}");
}
