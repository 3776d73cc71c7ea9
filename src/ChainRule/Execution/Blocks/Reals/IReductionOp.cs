using System.Numerics;

namespace ChainRule.Execution;

/// <summary>How a <see cref="ReductionStep{TOp, TLanes, T}"/> combines reals.</summary>
internal interface IReductionOp
{
    /// <summary>What changes no number that it is combined with.</summary>
    static abstract double Start { get; }

    /// <summary>Two blocks into one.</summary>
    static abstract double Combine(double left, double right);

    /// <summary>Two registers into one, lane by lane.</summary>
    static abstract TLanes Combine<TLanes, T>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The lanes of a register into one number, by halves.</summary>
    static abstract T CombineLanes<TLanes, T>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
