using System.Numerics;

namespace ChainRule.Execution;

/// <summary>What a <see cref="UnaryStep{TOp, TLanes, T}"/> does with a register.</summary>
internal interface IUnaryLanesOp
{
    /// <summary>f(x).</summary>
    static abstract TLanes Run<TLanes, T>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
