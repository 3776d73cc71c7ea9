namespace ChainRule.Execution;

/// <summary>Where a value of a <see cref="BlockProgram"/> is going to lie.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Position">Its place in the frame's memory; for scratch the number of the scratch row.</param>
/// <param name="Single">For an expanded one its place where rows are not worked on in groups.</param>
internal readonly record struct SlotPlan(SlotKind Kind, nint Position, nint Single = 0);
