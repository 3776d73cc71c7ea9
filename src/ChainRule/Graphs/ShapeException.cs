namespace ChainRule;

/// <summary>An operation was given shapes, axes or sizes that do not fit together.</summary>
/// <param name="message">What was asked, what is wrong with the actual shapes, and what to do.</param>
public sealed class ShapeException(string message) : ArgumentException(message);
