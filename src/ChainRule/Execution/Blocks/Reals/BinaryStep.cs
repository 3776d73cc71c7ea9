using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>z = f(x, y) for the reals of a block.</summary>
internal sealed class BinaryStep<TOp, TLanes, T>(int x, int y, int z) : BlockStep
    where TOp : struct, IBinaryLanesOp
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x], ys = ref frame.Slots[y], zs = ref frame.Slots[z];
        nint count = frame.Count, full = count & -TLanes.Count;
        if (xs.IsPadded && ys.IsPadded && zs.IsPadded) full = (count + TLanes.Count - 1) & -TLanes.Count;
        Map(
            ref BlockFrame.At<T>(ref xs), xs.Mask,
            ref BlockFrame.At<T>(ref ys), ys.Mask,
            ref BlockFrame.At<T>(ref zs), full);
        if (full >= count) return;
        ref T target = ref frame.PartOfResult<T>(ref zs, full);
        Map(
            ref frame.Part<T>(ref xs, full, count - full, 0), -1,
            ref frame.Part<T>(ref ys, full, count - full, 1), -1,
            ref target, TLanes.Count);
        if (!zs.IsPadded) BlockFrame.Copy(ref target, ref Unsafe.Add(ref BlockFrame.At<T>(ref zs), full), count - full);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map(ref T x, nint xMask, ref T y, nint yMask, ref T z, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
        {
            TLanes value = TOp.Run<TLanes, T>(
                TLanes.Load(in Unsafe.Add(ref x, i & xMask)), TLanes.Load(in Unsafe.Add(ref y, i & yMask)));
            TLanes.Store(value, ref Unsafe.Add(ref z, i));
        }
    }
}
