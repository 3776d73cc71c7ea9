namespace ChainRule.Execution;

/// <summary>How graphs are computed.</summary>
internal enum ExecutionMode
{
    /// <summary>Views without copies, vectorised loops, the blocked matrix product.</summary>
    Direct,

    /// <summary>Plain loops, node by node: what every other way is tested against.</summary>
    Reference,
}
