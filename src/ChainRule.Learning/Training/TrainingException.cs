namespace ChainRule.Learning;

/// <summary>Training cannot go on: the loss is no longer a number.</summary>
/// <param name="message">The step, what happened and what to do.</param>
public sealed class TrainingException(string message) : InvalidOperationException(message);
