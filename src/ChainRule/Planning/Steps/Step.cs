namespace ChainRule.Planning;

/// <summary>One thing that a plan does, in its turn.</summary>
internal abstract class Step
{
    /// <summary>What it computes, for texts and profiles: the names of ops and scopes.</summary>
    public required string Title { get; init; }

    /// <summary>The memory that it reads.</summary>
    public abstract IEnumerable<Place> Reads { get; }

    /// <summary>The memory that it writes.</summary>
    public abstract IEnumerable<Place> Writes { get; }

    /// <summary>
    /// Whether the result may lie where an input lies: each element is read for the last time before the element at the
    /// same place is written.
    /// </summary>
    public virtual bool MayOverwrite(Place input, Place output) => false;
}
