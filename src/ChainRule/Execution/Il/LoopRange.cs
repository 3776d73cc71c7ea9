using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Instructions of one level and phase that are emitted together: a run of a kernel or a part of it.</summary>
/// <param name="Level">Their level.</param>
/// <param name="Phase">Their phase.</param>
/// <param name="Start">The position of the first one.</param>
/// <param name="End">The position behind the last one.</param>
internal readonly record struct LoopRange(Level Level, int Phase, int Start, int End)
{
    /// <summary>The runs of a kernel, in order.</summary>
    public static List<LoopRange> RunsOf(LoopKernel kernel)
    {
        List<LoopRange> runs = [];
        Instruction[] steps = kernel.Instructions;
        for (int start = 0, end; start < steps.Length; start = end)
        {
            (Level level, int phase) = (steps[start].Level, steps[start].Phase);
            for (end = start + 1; end < steps.Length && steps[end].Level == level && steps[end].Phase == phase;) end++;
            runs.Add(new(level, phase, start, end));
        }

        return runs;
    }
}
