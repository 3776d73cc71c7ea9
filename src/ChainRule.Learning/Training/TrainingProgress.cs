namespace ChainRule.Learning;

/// <summary>How far training has come.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Step">How many steps were gone since the start.</param>
/// <param name="Steps">How many there will be.</param>
/// <param name="Loss">The loss of the last step's batch.</param>
/// <param name="ExamplesPerSecond">How fast it learns, without the time to measure accuracies.</param>
/// <param name="Elapsed">The time since the start.</param>
/// <param name="Remaining">The time to the end, estimated from the steps so far.</param>
/// <param name="EpochResult">At the end of an epoch: what it came to.</param>
public sealed record TrainingProgress(
    int Epoch,
    long Step,
    long Steps,
    double Loss,
    double ExamplesPerSecond,
    TimeSpan Elapsed,
    TimeSpan Remaining,
    EpochResult? EpochResult);
