using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// The outputs of a plan for which every run needs new memory, because the caller keeps them. Small ones share an
/// array, which takes less time and memory than many of a few bytes.
/// </summary>
internal sealed class OwnOutputs
{
    // Outputs of up to a cache line are small. The next one begins where any type may.
    private const int MostBytes = 64, Alignment = 8;

    /// <summary>Finds the outputs that are the values of a plan's first roots.</summary>
    public OwnOutputs(Plan plan, int roots)
    {
        Place[] outputs =
            [.. plan.Roots.Take(roots).Where(static root => root.Kind == PlaceKind.Output).Distinct()];
        Large = Array.FindAll(outputs, static output => output.Bytes > MostBytes);
        Place[] small = Array.FindAll(outputs, static output => output.Bytes <= MostBytes);
        Small = Array.ConvertAll(small, static output => output.Number);
        Offsets = new nint[plan.Outputs.Count];
        foreach (Place output in small)
        {
            Offsets[output.Number] = SmallBytes;
            SmallBytes += ((int)output.Bytes + Alignment - 1) & -Alignment;
        }
    }

    /// <summary>The outputs that get arrays of their own.</summary>
    public Place[] Large { get; }

    /// <summary>The numbers of the outputs that share an array.</summary>
    public int[] Small { get; }

    /// <summary>Where each small output begins in the array, in bytes; by number.</summary>
    public nint[] Offsets { get; }

    /// <summary>The size of the array.</summary>
    public int SmallBytes { get; }
}
