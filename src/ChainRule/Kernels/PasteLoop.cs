namespace ChainRule.Kernels;

/// <summary>One of the loops that copy or add elements from one place to another.</summary>
/// <param name="Count">The number of iterations.</param>
/// <param name="From">The distance in elements that each goes on in the source.</param>
/// <param name="To">The distance that each goes on in the target.</param>
internal readonly record struct PasteLoop(int Count, int From, int To);
