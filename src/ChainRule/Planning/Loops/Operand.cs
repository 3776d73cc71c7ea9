namespace ChainRule.Planning;

/// <summary>Memory that a <see cref="LoopKernel"/> reads or writes.</summary>
/// <param name="DType">The type of its elements.</param>
/// <param name="Column">How they lie along a row.</param>
/// <param name="IsScratch">
/// Whether it is a row that lives from phase to phase only: contiguous, one for each thread, the same for all rows.
/// </param>
internal readonly record struct Operand(DType DType, ColumnAccess Column, bool IsScratch = false);
