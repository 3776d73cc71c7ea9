using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>y = f(x) for the reals of a block.</summary>
internal sealed class UnaryStep<TOp, TLanes, T>(int x, int y) : UnaryRealStep<TLanes, T>(x, y)
    where TOp : struct, IUnaryLanesOp
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Map(ref T x, nint xMask, ref T y, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
        {
            TLanes value = TOp.Run<TLanes, T>(
                TLanes.Load(in Unsafe.Add(ref x, i & xMask)));
            TLanes.Store(value, ref Unsafe.Add(ref y, i));
        }
    }
}
