using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>Runs an op on one lane after the other, for functions that no few instructions compute.</summary>
internal static class LaneByLane
{
    /// <summary>f(x) in every lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes Apply<TOp, TLanes, T>(TLanes x)
        where TOp : struct, IUnaryOp
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> lanes = stackalloc T[TLanes.Count];
        TLanes.Store(x, ref lanes[0]);
        foreach (ref T lane in lanes)
            lane = TOp.Primal(new Real<T>(lane)).Value;
        return TLanes.Load(in lanes[0]);
    }

    /// <summary>f(x) in lanes where |x| is above the limit; the other lanes are given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes ApplyBeyond<TOp, TLanes, T>(TLanes x, double limit, TLanes otherwise)
        where TOp : struct, IUnaryOp
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes size = TLanes.Select(TLanes.Less(x, TLanes.Of(0)), -x, x);
        return TLanes.Select(TLanes.Less(TLanes.Of(limit), size), Apply<TOp, TLanes, T>(x), otherwise);
    }

    /// <summary>f(x, y) in every lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes Apply<TOp, TLanes, T>(TLanes x, TLanes y)
        where TOp : struct, IBinaryOp
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> lanes = stackalloc T[TLanes.Count];
        TLanes.Store(x, ref lanes[0]);
        for (int i = 0; i < lanes.Length; i++)
            lanes[i] = TOp.Primal(new Real<T>(lanes[i]), new Real<T>(TLanes.Lane(y, i))).Value;
        return TLanes.Load(in lanes[0]);
    }
}
