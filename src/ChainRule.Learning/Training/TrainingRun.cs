using System.Diagnostics;
using System.Globalization;

namespace ChainRule.Learning;

/// <summary>One training from its start to its end.</summary>
internal sealed class TrainingRun(
    Layer net,
    Optimizer optimizer,
    LabeledData train,
    LabeledData? test,
    TrainingOptions options,
    long steps,
    IProgress<TrainingProgress>? progress)
{
    private readonly TrainingStep _step = new(net, optimizer, options);
    private readonly Evaluation _evaluation = new(net, options.EvaluationSize, options.Compiled);
    private readonly BatchMemory _memory = new();
    private readonly List<EpochResult> _epochs = [];
    private readonly List<double> _losses = [];
    private readonly Stopwatch _total = new(), _learning = new();
    private long _examples;
    private TimeSpan? _lastReport;

    private bool IsReportDue => _lastReport is not { } last || _total.Elapsed - last >= options.ReportInterval;

    public TrainingHistory ToEnd(CancellationToken cancellation)
    {
        _total.Start();
        bool cancelled = false;
        try
        {
            for (int epoch = 1; _losses.Count < steps; epoch++) RunEpoch(epoch, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            cancelled = true;
        }

        return new TrainingHistory(_epochs, _losses, cancelled, _total.Elapsed);
    }

    private void RunEpoch(int epoch, CancellationToken cancellation)
    {
        int first = _losses.Count;
        _learning.Start();
        foreach (Batch batch in Batches(options.Seed.Split(epoch)))
        {
            cancellation.ThrowIfCancellationRequested();
            Step(batch);
            if (_losses.Count == steps) break;
            if (IsReportDue) Report(epoch, null);
        }

        _learning.Stop();
        double loss = _losses.Skip(first).Average();
        double trainAccuracy = _evaluation.Accuracy(train, cancellation);
        double? testAccuracy = test is { Count: > 0 } ? _evaluation.Accuracy(test, cancellation) : null;
        var result = new EpochResult(epoch, _losses.Count, loss, trainAccuracy, testAccuracy);
        _epochs.Add(result);
        Report(epoch, result);
    }

    // What is not compiled may be kept by whoever sees it.
    private IEnumerable<Batch> Batches(RandomKey seed) => options.Compiled
        ? train.Batches(options.BatchSize, seed, _memory)
        : train.Batches(options.BatchSize, seed);

    private void Step(Batch batch)
    {
        double loss = _step.Run(batch);
        if (!double.IsFinite(loss))
        {
            string state = double.IsNaN(loss) ? "NaN" : "infinite";
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"Training: the loss of step {_losses.Count + 1} is "
                + $"{state}, so the step was left out and the parameters are as before. Start again with a learning "
                + $"rate below {optimizer.LearningRate}, smaller first weights or scaled inputs."));
        }

        _losses.Add(loss);
        _examples += batch.Labels.Shape[0];
    }

    private void Report(int epoch, EpochResult? result)
    {
        if (progress is null) return;
        TimeSpan elapsed = _total.Elapsed;
        _lastReport = elapsed;
        double speed = _examples / Math.Max(_learning.Elapsed.TotalSeconds, 1e-9);
        double remaining = elapsed.TotalSeconds / _losses.Count * (steps - _losses.Count);
        // More than a TimeSpan holds is for ever, too.
        TimeSpan atMost = TimeSpan.FromSeconds(Math.Min(remaining, 1e9));
        progress.Report(new(epoch, _losses.Count, steps, _losses[^1], speed, elapsed, atMost, result));
    }
}
