using System.Numerics;

namespace ChainRule;

/// <summary>How many paths lead from a variable to the result.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Paths">The number of paths along edges that carry a derivative; 0 if there are none.</param>
public sealed record PathCount(string Variable, BigInteger Paths);
