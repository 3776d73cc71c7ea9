namespace ChainRule.Execution;

/// <summary>A step of a <see cref="BlockProgram"/>: what an instruction does with all elements of a block.</summary>
internal abstract class BlockStep
{
    /// <summary>Does it, for the block that the frame stands at.</summary>
    public abstract void Run(BlockFrame frame);
}
