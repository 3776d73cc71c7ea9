namespace ChainRule;

/// <summary>How a derivative is found, in formulas.</summary>
/// <param name="Variable">By what is differentiated.</param>
/// <param name="ChainRule">
/// The chain rule along all paths, then with what each local derivative is, then simplified:
/// <c>∂z/∂x = ∂z/∂t · ∂t/∂x = 2t · 1 = 2(x + y)</c>. Null where there are more than
/// <see cref="GraphFormulas.MostPaths"/> paths, or values that are no single numbers.
/// </param>
/// <param name="Cancelled">The first equation again, with what cancels crossed out; null likewise.</param>
/// <param name="Simplified">The result in terms of the variables; null if it is too long to be read.</param>
public sealed record DerivativeFormulas(string Variable, Formula? ChainRule, Formula? Cancelled, Formula? Simplified);
