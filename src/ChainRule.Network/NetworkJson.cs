using System.Text.Json.Serialization;

namespace ChainRule.Network;

/// <summary>What goes between the page and its worker, as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(WeightStory))]
[JsonSerializable(typeof(RaceResult))]
[JsonSerializable(typeof(float[]))]
public sealed partial class NetworkJson : JsonSerializerContext;
