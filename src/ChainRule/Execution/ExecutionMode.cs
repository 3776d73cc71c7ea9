namespace ChainRule.Execution;

/// <summary>How graphs are computed.</summary>
internal enum ExecutionMode
{
    /// <summary>Fused loops: interpreted at first, compiled when they are run again.</summary>
    Automatic,

    /// <summary>Fused loops as block programs, which need no code generation.</summary>
    Blocks,

    /// <summary>Fused loops as emitted code from the first run on, where code can be emitted.</summary>
    Emitted,

    /// <summary>Plain loops, node by node: what every other way is tested against.</summary>
    Reference,
}
