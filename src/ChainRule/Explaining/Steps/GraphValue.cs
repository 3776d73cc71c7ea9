namespace ChainRule;

/// <summary>A value or a derivative in a <see cref="GraphStep"/>.</summary>
/// <param name="Name">What it is called: <c>x</c>, <c>t</c>; a number written into the formula is its own name.</param>
/// <param name="Text">Rounded to six digits, or the shape of what is not a scalar; null if it has no value.</param>
/// <param name="Exact">The number itself; null for what is not a scalar or has no value.</param>
public sealed record GraphValue(string Name, string? Text, double? Exact);
