using System.Numerics;

namespace ChainRule.Execution;

/// <summary>What a <see cref="BinaryStep{TOp, TLanes, T}"/> does with two registers.</summary>
internal interface IBinaryLanesOp
{
    /// <summary>f(x, y).</summary>
    static abstract TLanes Run<TLanes, T>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
