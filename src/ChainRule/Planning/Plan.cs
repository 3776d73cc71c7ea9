using ChainRule.Graphs;

namespace ChainRule.Planning;

/// <summary>
/// How a graph is computed: steps over places in memory. It holds no data but constants, and never changes.
/// </summary>
internal sealed class Plan
{
    /// <summary>The program that the plan computes.</summary>
    public required GraphProgram Program { get; init; }

    /// <summary>What is done, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The places.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>What was computed when the plan was made.</summary>
    public required IReadOnlyList<Storage> Constants { get; init; }

    /// <summary>Where each of the program's roots is found: an output, an input or a constant.</summary>
    public required IReadOnlyList<Place> Roots { get; init; }

    /// <summary>The types of the outputs.</summary>
    public required IReadOnlyList<Place> Outputs { get; init; }

    /// <summary>Where the temporaries lie.</summary>
    public required MemoryPlan Memory { get; init; }

    /// <summary>The memory that the plan's temporaries and constants need, in bytes.</summary>
    public long Bytes => Memory.Size + Constants.Sum(static constant => (long)constant.Length * constant.DType.Size);

    /// <summary>
    /// Whether an output may be written to the memory of an input, such as the new value of a variable to that of the
    /// old one.
    /// </summary>
    /// <param name="input">The input; null if nothing reads it.</param>
    /// <param name="output">The output.</param>
    public bool MayOverwrite(Place? input, Place output)
    {
        if (input is not null && Roots.Contains(input)) return false;
        int writer = -1;
        for (int i = 0; i < Steps.Count; i++)
        {
            bool reads = input is not null && Steps[i].Reads.Contains(input);
            bool writes = writer < 0 && Steps[i].Writes.Contains(output);
            if (writes) writer = i;
            if (writer < 0) continue;
            // An op may refuse what it is given, such as a position out of range; then nothing may have changed.
            if (Steps[i] is OpStep or LoopStep { Gathers: true }) return false;
            if (reads && !(writes && Steps[i].MayOverwrite(input!, output))) return false;
        }

        return writer >= 0;
    }

    /// <summary>The steps, with their kernels.</summary>
    public override string ToString() => PlanText.Of(this);
}
