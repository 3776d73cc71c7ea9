namespace ChainRule.Learning;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Step">How many steps were gone since the start; the last epoch may have ended early.</param>
/// <param name="TrainLoss">The mean of the losses of the epoch's batches, each before its step.</param>
/// <param name="TrainAccuracy">The accuracy on all training examples after the epoch, from 0 to 1.</param>
/// <param name="TestAccuracy">The accuracy on the test examples after the epoch; null without any.</param>
public sealed record EpochResult(int Epoch, long Step, double TrainLoss, double TrainAccuracy, double? TestAccuracy);
