using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A reduction of a big kernel, in scratch memory.</summary>
/// <param name="Primitive">Sum, largest or smallest.</param>
/// <param name="Type">Whether reals or wholes are reduced.</param>
/// <param name="Accumulator">Where the register of the block lies.</param>
/// <param name="Total">Where the results of the blocks are combined: a double for sums of reals.</param>
/// <param name="Result">Where the result is expected.</param>
internal readonly record struct LoopReduction(
    Primitive Primitive, LaneType Type, int Accumulator, int Total, int Result);
