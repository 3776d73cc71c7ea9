namespace ChainRule;

/// <summary>
/// A derivative was asked for that does not exist: of integers, of several results at once, by
/// something the result does not depend on.
/// </summary>
/// <param name="message">What was asked, what is wrong, and what to do.</param>
/// <param name="cause">The error that this one puts into other words, if any.</param>
public sealed class GradientException(string message, Exception? cause = null)
    : InvalidOperationException(message, cause);
