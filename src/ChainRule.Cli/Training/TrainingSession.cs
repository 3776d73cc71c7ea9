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
        terminal.Line("  epoch   training loss   training accuracy   test accuracy");
        TrainingHistory history = terminal.Progress("training", steps, view => Learning.Training.Fit(
            net, plan.CreateOptimizer(net), mnist.Train, mnist.Test, plan.ToOptions(), new Watcher(terminal, view), cancellation));

        // An interrupted epoch has no accuracy yet; it takes only a moment.
        EpochResult? whole = history.Epochs.LastOrDefault(epoch => epoch.Step == history.Losses.Count);
        double accuracy = whole?.TestAccuracy ?? Learning.Training.Accuracy(net, mnist.Test, cancellation: CancellationToken.None);
        IReadOnlyList<string> files = destination.Write(new TrainingResult(plan, history, accuracy, plan.StepsPerEpoch(mnist.Train.Count)));
        terminal.Line();
        if (history.Cancelled) terminal.Line(Text($"Interrupted after {history.Losses.Count:N0} of {steps:N0} steps."));
        double seconds = history.Elapsed.TotalSeconds;
        string title = history.Cancelled ? "Test accuracy so far" : "Test accuracy";
        terminal.Line(Text($"{title}: {accuracy:0.00%} ({history.Losses.Count:N0} steps in {seconds:0.0} s)"));
        foreach (string file in files) terminal.Line($"Saved {file}");
        return history.Cancelled ? ExitCode.Interrupted : ExitCode.Success;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Watcher(Terminal terminal, IProgressView view) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            view.Report(value.Step, () => Text($"loss {value.Loss:0.000}, {value.ExamplesPerSecond:N0} images/s"));
            if (value.EpochResult is { } epoch)
                terminal.Line(Text($"{epoch.Epoch,7}{epoch.TrainLoss,16:0.0000}{epoch.TrainAccuracy,20:0.00%}{epoch.TestAccuracy,16:0.00%}"));
        }
    }
}
