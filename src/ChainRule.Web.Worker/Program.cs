using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;
using ChainRule.Learning;
using ChainRule.Network;

namespace ChainRule.Web.Worker;

/// <summary>What worker.js calls.</summary>
[SupportedOSPlatform("browser")]
public static partial class Program
{
    // The pixels along each side of the picture of the plane, and how far it shows the plane; network.js knows it too.
    private const int MapSize = 72;
    private const double MapReach = 1.3;

    private static readonly Race Optimizers = new();

    private static LiveTraining? _training;
    private static LabeledData? _digits;

    private static LiveTraining Training =>
        _training ?? throw new InvalidOperationException("There is no network yet.");

    /// <summary>Nothing happens until the page asks for it.</summary>
    public static void Main()
    {
    }

    /// <summary>Takes the pictures of digits and their labels, unpacked.</summary>
    [JSExport]
    internal static void LoadDigits(byte[] pictures, byte[] labels) =>
        _digits = Mnist.Read(new MemoryStream(pictures), new MemoryStream(labels));

    /// <summary>Begins anew.</summary>
    /// <param name="settings">A line of settings.</param>
    /// <returns>What is to be shown.</returns>
    [JSExport]
    internal static string Start(string settings)
    {
        var parsed = NetworkSettings.Parse(settings);
        _training = new LiveTraining(parsed, parsed.Data == "digits" ? _digits : null);
        return Look();
    }

    /// <summary>Goes steps for some milliseconds.</summary>
    /// <returns>Whether it makes sense to go on.</returns>
    [JSExport]
    internal static bool Run(double milliseconds)
    {
        Training.Run(TimeSpan.FromMilliseconds(milliseconds));
        return !Training.HasDiverged;
    }

    /// <summary>Goes one step.</summary>
    [JSExport]
    internal static void Step() => Training.Step();

    /// <summary>Changes how far steps go.</summary>
    [JSExport]
    internal static void SetRate(double rate) => Training.LearningRate = rate;

    /// <summary>What is to be shown.</summary>
    [JSExport]
    internal static string Look() => JsonSerializer.Serialize(Training.Snapshot(), NetworkJson.Default.Snapshot);

    /// <summary>
    /// The probabilities of the classes over the plane, as bytes; empty for pictures, and when there are none any more.
    /// </summary>
    [JSExport]
    internal static byte[] Map() => Training.HasPictures || Training.HasDiverged
        ? []
        : Array.ConvertAll(Training.Map(MapSize, MapReach), static part => (byte)(255 * part));

    /// <summary>The examples, x, y and class each; empty for pictures.</summary>
    [JSExport]
    internal static double[] Points() => Training.Points();

    /// <summary>The weights of a layer as bytes, 128 for 0.</summary>
    [JSExport]
    internal static byte[] Weights(int layer) => Training.Weights(layer);

    /// <summary>The probability of each digit for a picture of 28 × 28 bytes.</summary>
    [JSExport]
    internal static string Classify(byte[] picture) => JsonSerializer.Serialize(
        Training.Answers(Array.ConvertAll(picture, static pixel => pixel / 255f)), NetworkJson.Default.SingleArray);

    /// <summary>The graph of the last batch.</summary>
    [JSExport]
    internal static string Draw(bool isDark, int language, string unfold) =>
        Training.Draw(isDark, (Language)language, unfold.Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lets optimisers race.</summary>
    /// <param name="settings">A line of settings.</param>
    [JSExport]
    internal static string Race(string settings) =>
        JsonSerializer.Serialize(Optimizers.Run(RaceSettings.Parse(settings)), NetworkJson.Default.RaceResult);

    /// <summary>How a weight's derivative came about.</summary>
    [JSExport]
    internal static string Tell(int layer, int input, int output) =>
        JsonSerializer.Serialize(Training.Tell(layer, input, output), NetworkJson.Default.WeightStory);
}
