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

    /// <summary>How many bytes it reads and writes at least: all of its memory once.</summary>
    public long Bytes => Reads.Concat(Writes).Distinct().Sum(static place => place.Bytes);

    /// <summary>How many multiplications and additions it does, where these are what takes the time; else 0.</summary>
    public virtual long Operations => 0;

    /// <summary>
    /// Whether the result may lie where an input lies: each element is read for the last time before the element at the
    /// same place is written.
    /// </summary>
    public virtual bool MayOverwrite(Place input, Place output) => false;
}
