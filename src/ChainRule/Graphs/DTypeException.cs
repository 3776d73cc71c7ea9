namespace ChainRule;

/// <summary>An operation was given elements of a type that it does not take.</summary>
/// <param name="message">What was asked, what is wrong with the actual dtypes, and what to do.</param>
public sealed class DTypeException(string message) : ArgumentException(message);
