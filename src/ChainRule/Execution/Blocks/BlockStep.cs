namespace ChainRule.Execution;

/// <summary>A step of a <see cref="BlockProgram"/>: what an instruction does with all elements of a block.</summary>
/// <remarks>
/// Steps are optimised when they are compiled, not after some runs: slow ones would cost more than they save, since a
/// kernel that runs often is not run by blocks for long.
/// </remarks>
internal abstract class BlockStep
{
    /// <summary>Does it, for the block that the frame stands at.</summary>
    public abstract void Run(BlockFrame frame);
}
