namespace ChainRule.Graphs;

/// <summary>What is known of an array that storages use one after the other.</summary>
internal sealed class Lease
{
    /// <summary>Whether somebody was given the elements themselves, so that the array must not be used again.</summary>
    public bool IsLent
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }
}
