namespace ChainRule.Planning;

/// <summary>
/// A sum over rows in a <see cref="LoopStep"/>: each part of the rows has one of its own, added up in order.
/// </summary>
/// <param name="Operands">The operands that the kernel adds to: one for each iteration that is written out.</param>
/// <param name="Offsets">The position of the first element of each.</param>
/// <param name="Strides">The distance in elements along each loop, the columns last.</param>
/// <param name="Partials">The sums of the parts, one after the other.</param>
/// <param name="Target">Where the total goes.</param>
internal sealed record Accumulator(int[] Operands, int[] Offsets, int[] Strides, Place Partials, Place Target);
