namespace ChainRule.Execution;

/// <summary>A value that may lie in an operand's memory, so that it need not be copied.</summary>
/// <param name="Slot">The value.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Conflicts">
/// The operands that are read or written meanwhile: if one of them is the same memory, the value must be copied.
/// </param>
internal readonly record struct InPlace(int Slot, int Operand, int[] Conflicts);
