using System.Numerics;

namespace ChainRule.Execution;

/// <summary>What a <see cref="TernaryStep{TOp, TLanes, T}"/> does with three registers.</summary>
internal interface ITernaryLanesOp
{
    /// <summary>f(x, y, z).</summary>
    static abstract TLanes Run<TLanes, T>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
