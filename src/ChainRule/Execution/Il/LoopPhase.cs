namespace ChainRule.Execution;

/// <summary>The parts of one phase of a big kernel.</summary>
/// <param name="row">What is done once for a row.</param>
/// <param name="elements">What is done for the columns of a full register.</param>
/// <param name="tail">The same for a register that is not full; compiled when a row has a rest.</param>
/// <param name="reductions">What is reduced meanwhile.</param>
internal sealed class LoopPhase(
    LoopPart[] row, LoopPart[] elements, Func<LoopPart[]> tail, LoopReduction[] reductions)
{
    private readonly Lazy<LoopPart[]> _tail = new(tail);

    /// <summary>What is done once for a row.</summary>
    public LoopPart[] Row { get; } = row;

    /// <summary>What is done for the columns of a full register.</summary>
    public LoopPart[] Elements { get; } = elements;

    /// <summary>What is done for the columns of a register that is not full.</summary>
    public LoopPart[] Tail => _tail.Value;

    /// <summary>What is reduced meanwhile.</summary>
    public LoopReduction[] Reductions { get; } = reductions;
}
