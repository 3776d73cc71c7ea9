namespace ChainRule.Execution;

/// <summary>A slot that moves from block to block.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Origin">The offset of its first row.</param>
/// <param name="RowStride">The distance in bytes between rows.</param>
/// <param name="End">The bytes of the array, of which nothing behind may be read.</param>
internal readonly record struct MovingSlot(int Slot, nint Origin, nint RowStride, nint End);
