namespace ChainRule.Learning;

/// <summary>The course of a training.</summary>
/// <param name="Epochs">
/// What each epoch came to, also the last one if <see cref="TrainingOptions.Iterations"/> ended it early;
/// not one that was cancelled, whose accuracies nobody measured: its steps are in <paramref name="Losses"/> alone.
/// </param>
/// <param name="Losses">The loss of each step's batch, before the step.</param>
/// <param name="Cancelled">
/// Whether it was ended by a cancellation; then the network is as the steps so far left it.
/// </param>
/// <param name="Elapsed">How long it took, with measuring accuracies.</param>
public sealed record TrainingHistory(
    IReadOnlyList<EpochResult> Epochs, IReadOnlyList<double> Losses, bool Cancelled, TimeSpan Elapsed);
