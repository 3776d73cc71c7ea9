namespace ChainRule.Planning;

/// <summary>Values that are computed together, in one nest of loops.</summary>
internal sealed class Group
{
    /// <summary>What it computes.</summary>
    public List<Value> Members { get; } = [];

    /// <summary>The members that others use, and some that no longer are: see <see cref="Fusion"/>.</summary>
    public List<Value> Exits { get; } = [];

    /// <summary>The length of each loop. Loops have no order yet.</summary>
    public List<int> Sizes { get; } = [];

    /// <summary>The bytes of its reals and wholes; 0 as long as it has only bools.</summary>
    public int ElementSize { get; set; }

    /// <summary>What its members ask of the order of the loops.</summary>
    public LoopOrder Order { get; set; }

    /// <summary>Whether it loops over nothing.</summary>
    public bool IsEmpty => Sizes.Contains(0);

    /// <summary>
    /// The loops that are written out (<see cref="Unrolling"/>): steps of the kernel stand for their iterations. They
    /// are in no mask but this one.
    /// </summary>
    public uint Unrolled { get; set; }

    /// <summary>How many members there are when each counts once for each iteration that is written out.</summary>
    public int Copies { get; set; }

    /// <summary>All loops but those written out.</summary>
    public uint Full => (Sizes.Count == 0 ? 0 : uint.MaxValue >> (32 - Sizes.Count)) & ~Unrolled;
}
