using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>The plot of a training: loss and accuracy over the epochs.</summary>
internal static class TrainingPlot
{
    /// <summary>About as many points as can be told apart in the width of a panel.</summary>
    public const int MaxLossPoints = 250;

    public static Plot Of(TrainingResult result)
    {
        (TrainingPlan plan, TrainingHistory history, double accuracy, int perEpoch) = result;
        var epochs = Axis.Between("epoch", 0, Math.Max(1, history.Losses.Count) / (double)perEpoch, 6);
        return new Plot(
            $"Training of {plan.Architecture} on MNIST",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Plural.Of(history.Losses.Count, "step")} of {Plural.Of(plan.BatchSize, "image")}; test accuracy "
                + $"{accuracy:0.00%}."),
            [Loss(history.Losses, perEpoch, epochs), Accuracy(history.Epochs, perEpoch, epochs)]);
    }

    private static Panel Loss(IReadOnlyList<double> losses, int perEpoch, Axis epochs)
    {
        int window = Math.Max(1, (losses.Count + MaxLossPoints - 1) / MaxLossPoints);
        Point[] means =
        [
            .. losses.Chunk(window).Select(
                (chunk, i) => new Point(((i * window) + (chunk.Length / 2.0)) / perEpoch, chunk.Average())),
        ];
        string name = window == 1 ? "training, each batch" : $"training, mean of {window} batches";
        return new(
            "Loss", epochs, Axis.Around("cross-entropy", [0, .. means.Select(static point => point.Y)], 5),
            [new(name, "first", means)]);
    }

    private static Panel Accuracy(IReadOnlyList<EpochResult> results, int perEpoch, Axis epochs)
    {
        Point[] train = [.. results.Select(epoch => new Point((double)epoch.Step / perEpoch, epoch.TrainAccuracy))];
        Point[] test =
            [.. results.Select(epoch => new Point((double)epoch.Step / perEpoch, epoch.TestAccuracy ?? double.NaN))];
        var part = Axis.OfParts("images classified correctly", train.Concat(test).Select(static point => point.Y), 5);
        return new(
            "Accuracy", epochs, part,
            [new("training", "first", train, Marked: true), new("test", "second", test, Marked: true)]);
    }
}
