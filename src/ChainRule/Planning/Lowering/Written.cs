namespace ChainRule.Planning;

/// <summary>A value at one iteration of the loops that are written out.</summary>
/// <param name="Value">The value.</param>
/// <param name="Position">The position, see <see cref="Unrolling"/>; 0 if the value varies along none of them.</param>
internal readonly record struct Written(Value Value, int Position);
