namespace ChainRule.Execution;

/// <summary>What a <see cref="BlockProgram"/> does.</summary>
/// <param name="Kernel">What is done once.</param>
/// <param name="Phases">What is done for each row.</param>
/// <param name="Slots">Where values lie.</param>
/// <param name="InPlace">Which values may lie elsewhere.</param>
/// <param name="Size">The bytes of all that has a fixed size.</param>
/// <param name="ScratchRows">The number of rows behind it, each as long as <see cref="Pitch"/> says.</param>
/// <param name="CanGroup">Whether several rows may be worked on at once.</param>
internal sealed record BlockCode(
    BlockStep[] Kernel,
    BlockPhase[] Phases,
    SlotPlan[] Slots,
    InPlace[] InPlace,
    nint Size,
    int ScratchRows,
    bool CanGroup)
{
    /// <summary>
    /// The bytes from one row or block in memory to the next: whole registers, and another line of the cache, so that
    /// blocks do not contend for the same places in it.
    /// </summary>
    public static nint Pitch(nint elements, int elementSize)
    {
        nint bytes = elements * elementSize;
        return (bytes + BlockFrame.CellSize - 1) / BlockFrame.CellSize * BlockFrame.CellSize + BlockFrame.CellSize;
    }
}
