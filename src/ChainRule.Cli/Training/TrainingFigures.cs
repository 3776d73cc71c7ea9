using System.Globalization;
using System.Text;
using System.Text.Json;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>The figures of a training for other programs: one row for each epoch.</summary>
internal static class TrainingFigures
{
    /// <summary>Writes comma-separated values with a heading. Accuracies are from 0 to 1.</summary>
    public static void WriteCsv(TrainingResult result, Stream stream)
    {
        var text = new StringBuilder("epoch,step,training_loss,training_accuracy,test_accuracy\n");
        foreach (EpochResult epoch in result.History.Epochs)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{epoch.Epoch},{epoch.Step},{epoch.TrainLoss},{epoch.TrainAccuracy},{epoch.TestAccuracy}\n");
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Writes an object with the settings and the same figures.</summary>
    public static void WriteJson(TrainingResult result, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        TrainingPlan plan = result.Plan;
        json.WriteStartObject();
        json.WriteString("network", plan.Architecture);
        json.WriteString("activation", plan.Activation);
        json.WriteString("optimizer", plan.Optimizer);
        json.WriteNumber("learningRate", plan.LearningRate);
        json.WriteNumber("batchSize", plan.BatchSize);
        json.WriteNumber("seed", plan.Seed);
        json.WriteNumber("steps", result.History.Losses.Count);
        json.WriteNumber("seconds", Math.Round(result.History.Elapsed.TotalSeconds, 3));
        json.WriteBoolean("interrupted", result.History.Cancelled);
        json.WriteNumber("testAccuracy", result.TestAccuracy);
        json.WriteStartArray("epochs");
        foreach (EpochResult epoch in result.History.Epochs) Write(json, epoch);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EpochResult epoch)
    {
        json.WriteStartObject();
        json.WriteNumber("epoch", epoch.Epoch);
        json.WriteNumber("step", epoch.Step);
        json.WriteNumber("trainingLoss", epoch.TrainLoss);
        json.WriteNumber("trainingAccuracy", epoch.TrainAccuracy);
        if (epoch.TestAccuracy is { } test) json.WriteNumber("testAccuracy", test);
        json.WriteEndObject();
    }
}
