namespace ChainRule.Execution;

/// <summary>
/// A part of a kernel that is too big for one method. Values reach other parts through scratch memory.
/// </summary>
/// <param name="arrays">For each operand the array it lies in.</param>
/// <param name="offsets">
/// For each operand the distance in bytes from the array's first element to that of the row.
/// </param>
/// <param name="rowStrides">Not read: the offsets are those of the row.</param>
/// <param name="columnStrides">For each strided operand the distance in bytes between columns.</param>
/// <param name="scratch">Memory of this thread, laid out by <see cref="ScratchLayout"/>.</param>
/// <param name="column">At element level the first column of the register.</param>
/// <param name="count">At element level the number of columns left.</param>
internal delegate void LoopPart(
    Array[] arrays,
    nint[] offsets,
    nint[] rowStrides,
    nint[] columnStrides,
    ref byte scratch,
    nint column,
    nint count);
