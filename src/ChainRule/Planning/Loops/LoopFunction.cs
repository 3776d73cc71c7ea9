namespace ChainRule.Planning;

/// <summary>A kernel that can be run.</summary>
/// <param name="arrays">
/// For each operand the array it lies in, of any element type. Whoever makes the function sees to the scratch rows.
/// </param>
/// <param name="offsets">
/// For each operand the distance in bytes from the array's first element to that of row 0, column 0.
/// </param>
/// <param name="rowStrides">For each operand the distance in bytes between rows; 0 repeats.</param>
/// <param name="columnStrides">
/// For each strided operand the distance in bytes between columns; not read for others.
/// </param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
internal delegate void LoopFunction(
    Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns);
