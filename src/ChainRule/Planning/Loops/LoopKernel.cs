namespace ChainRule.Planning;

/// <summary>
/// A loop over rows and columns that does many elementwise steps, and reductions along the rows, at once. It knows no
/// sizes and no distances, so that one compiled kernel serves all of them.
/// </summary>
/// <remarks>
/// Instructions stand in the order of execution, in runs of one level and phase:
/// <code>
/// kernel level: done once
/// for each row:
///   row level, phase 0; for each column: element level, phase 0
///   row level, phase 1; for each column: element level, phase 1
///   …
/// </code>
/// An instruction may use values of the kernel level, values of the row level and reductions of earlier runs, and, at
/// element level, values of its own phase: what a later phase needs of an earlier one is stored to a scratch operand
/// and loaded again. A phase may have no instructions at element level; then there is no pass. A kernel whose
/// instructions are all at kernel level is straight-line code; it is run with one row and one column.
/// <para>
/// Where an operand is written and read at the same place, the load stands before the store, and no other row or column
/// reads what is written there.
/// </para>
/// </remarks>
/// <param name="ElementSize">The bytes of a real or whole: 4 or 8.</param>
/// <param name="Operands">
/// The memory; bools beside reals and wholes of the size, and doubles in row-level accumulations.
/// </param>
/// <param name="Instructions">What is done.</param>
internal sealed record LoopKernel(int ElementSize, Operand[] Operands, Instruction[] Instructions)
{
    /// <summary>
    /// A reduction goes over the row in blocks of so many columns. Inside a block each lane of a register of the
    /// machine's width combines the columns that fall on it, in order, starting from 0 (a sum), the smallest (a
    /// maximum) or the largest value; then the lanes are combined by halves: lane i with lane i + n/2, and so on. The
    /// results of the blocks are combined in order, sums of reals in double. So every way of execution gives the same
    /// bits.
    /// </summary>
    public const int BlockLength = 1024;

    /// <summary>The number of passes over a row.</summary>
    public int Phases { get; } = Instructions.Length == 0 ? 0 : Instructions.Max(static step => step.Phase) + 1;
}
