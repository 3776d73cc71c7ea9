namespace ChainRule;

/// <summary>A compiled function of numbers; see <see cref="Compile.Scalars"/>.</summary>
/// <param name="x">The arguments.</param>
/// <param name="results">Gets the results.</param>
/// <exception cref="ArgumentException">There are not as many arguments or results as the function has.</exception>
public delegate void ScalarFunction(ReadOnlySpan<double> x, Span<double> results);
