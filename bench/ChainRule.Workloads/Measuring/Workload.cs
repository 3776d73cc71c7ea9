namespace ChainRule.Workloads;

/// <summary>Something to time.</summary>
/// <param name="Name">As in the programs of the peers, so that results can be put side by side.</param>
/// <param name="Prepare">Makes the data and returns one step. Only called if the workload is chosen.</param>
internal sealed record Workload(string Name, Func<Action> Prepare)
{
    /// <summary>Floating-point operations a step; 0 where that says nothing.</summary>
    public double Flops { get; init; }

    /// <summary>Bytes read and written a step, for the limits of the memory.</summary>
    public double Traffic { get; init; }
}
