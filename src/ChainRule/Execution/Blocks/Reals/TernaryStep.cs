using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>w = f(x, y, z) for the reals of a block.</summary>
internal sealed class TernaryStep<TOp, TLanes, T>(int x, int y, int z, int w) : TernaryRealStep<TLanes, T>(x, y, z, w)
    where TOp : struct, ITernaryLanesOp
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Map(ref T x, nint xMask, ref T y, nint yMask, ref T z, nint zMask, ref T w, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
        {
            TLanes value = TOp.Run<TLanes, T>(
                TLanes.Load(in Unsafe.Add(ref x, i & xMask)),
                TLanes.Load(in Unsafe.Add(ref y, i & yMask)),
                TLanes.Load(in Unsafe.Add(ref z, i & zMask)));
            TLanes.Store(value, ref Unsafe.Add(ref w, i));
        }
    }
}
