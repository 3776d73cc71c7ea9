namespace ChainRule.Kernels;

/// <summary>What is done with finished parts of a matrix product while they are still in the cache.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal unsafe interface IGemmEpilogue<T>
    where T : unmanaged
{
    /// <summary>
    /// Called for blocks of C whose sums are finished. Every element lies in just one block; several threads may be
    /// here at once, each with blocks of its own.
    /// </summary>
    /// <param name="firstRow">The first row of the block in C.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="firstColumn">The first column of the block in C.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="c">The first element of the block.</param>
    /// <param name="cRowStride">From one row to the next, in elements.</param>
    void Rows(int firstRow, int rows, int firstColumn, int columns, T* c, nint cRowStride);
}
