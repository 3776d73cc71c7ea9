using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>What a training came to.</summary>
/// <param name="Plan">How it was done.</param>
/// <param name="History">The course.</param>
/// <param name="TestAccuracy">The accuracy at its end on images it has not seen.</param>
/// <param name="StepsPerEpoch">How many steps go through all images.</param>
internal sealed record TrainingResult(
    TrainingPlan Plan, TrainingHistory History, double TestAccuracy, int StepsPerEpoch);
