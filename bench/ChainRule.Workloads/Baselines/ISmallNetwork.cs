namespace ChainRule.Workloads.Baselines;

/// <summary>A way to compute the loss of <see cref="Moons"/> and its derivatives by all parameters.</summary>
internal interface ISmallNetwork
{
    /// <summary>Computes the loss and all derivatives; this is what is timed.</summary>
    void Run();

    /// <summary>What the last run gave: the loss, then the derivatives in the order of the parameters.</summary>
    double[] Result();
}
