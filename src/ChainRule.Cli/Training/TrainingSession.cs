using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Trains a network, shows how it goes, and keeps what came out.</summary>
internal sealed class TrainingSession(Terminal terminal, Mnist mnist, TrainingPlan plan, Destination destination)
{
    /// <summary>Trains to the end or until it is interrupted.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        Sequential net = plan.CreateNetwork();
        long steps = plan.Steps(mnist.Train.Count);
        var table = new EpochTable(terminal.Width);
        terminal.Line(table.Titles);
        TrainingHistory history = terminal.Progress("training", steps, view => Learning.Training.Fit(
            net, plan.CreateOptimizer(net), mnist.Train, mnist.Test, plan.ToOptions(),
            new Watcher(terminal, table, view), cancellation));

        int perEpoch = plan.StepsPerEpoch(mnist.Train.Count);
        // An interrupted epoch has no accuracy yet; it takes only a moment.
        EpochResult? whole = history.Epochs.LastOrDefault(epoch => epoch.Step == history.Losses.Count);
        double accuracy = whole?.TestAccuracy
            ?? Learning.Training.Accuracy(net, mnist.Test, cancellation: CancellationToken.None);
        IReadOnlyList<string> files = destination.Write(new TrainingResult(plan, history, accuracy, perEpoch));
        if (history.Epochs is [.., { } last] && last.Step % perEpoch is var part and > 0)
            terminal.Line(Text($"  Epoch {last.Epoch} is not whole: {part:N0} of {Plural.Of(perEpoch, "step")}."));
        terminal.Line();
        if (history.Cancelled)
            terminal.Line(Text($"Interrupted after {history.Losses.Count:N0} of {Plural.Of(steps, "step")}."));
        double seconds = history.Elapsed.TotalSeconds;
        string title = history.Cancelled ? "Test accuracy so far" : "Test accuracy";
        terminal.Line(
            Text($"{title}: {accuracy:0.00%} ({Plural.Of(history.Losses.Count, "step")} in {seconds:0.0} s)"));
        foreach (string file in files) terminal.Line($"Saved {file}");
        if (!history.Cancelled) WarnOfGuessing(history);
        return history.Cancelled ? ExitCode.Interrupted : ExitCode.Success;
    }

    /// <summary>The same, and shows where the time went.</summary>
    /// <returns>The exit code.</returns>
    public int RunProfiled(CancellationToken cancellation)
    {
        using var profile = ExecutionProfile.Begin();
        int exitCode = Run(cancellation);
        terminal.Line();
        terminal.Block(profile.ToString());
        return exitCode;
    }

    private void WarnOfGuessing(TrainingHistory history)
    {
        // The cross-entropy of giving each of ten digits the same chance.
        double guessing = Math.Log(10);
        if (history.Epochs is not [.., { } last] || !(last.TrainLoss > guessing)) return;
        string remedy = history.Losses[^1] > history.Losses[0]
            ? Text($"try a smaller --learning-rate than {plan.LearningRate}")
            : "try more --epochs or another --learning-rate";
        terminal.Warn(
            Text($"the training loss {last.TrainLoss:g4} is above {guessing:0.00}, that of guessing; {remedy}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Watcher(Terminal terminal, EpochTable table, IProgressView view) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            view.Report(value.Step, () => Text($"loss {value.Loss:0.000}, {value.ExamplesPerSecond:N0} images/s"));
            if (value.EpochResult is { } epoch)
                terminal.Line(table.Row(epoch));
        }
    }
}
