using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>y = f(x) for the reals of a block.</summary>
internal sealed class UnaryStep<TOp, TLanes, T>(int x, int y) : BlockStep
    where TOp : struct, IUnaryLanesOp
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x], ys = ref frame.Slots[y];
        nint count = frame.Count, full = count & -TLanes.Count;
        if (xs.IsPadded && ys.IsPadded) full = (count + TLanes.Count - 1) & -TLanes.Count;
        Map(ref BlockFrame.At<T>(ref xs), xs.Mask, ref BlockFrame.At<T>(ref ys), full);
        if (full >= count) return;
        ref T target = ref frame.PartOfResult<T>(ref ys, full);
        Map(ref frame.Part<T>(ref xs, full, count - full, 0), -1, ref target, TLanes.Count);
        if (!ys.IsPadded) BlockFrame.Copy(ref target, ref Unsafe.Add(ref BlockFrame.At<T>(ref ys), full), count - full);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map(ref T x, nint xMask, ref T y, nint count)
    {
        for (nint i = 0; i < count; i += TLanes.Count)
            TLanes.Store(TOp.Run<TLanes, T>(TLanes.Load(in Unsafe.Add(ref x, i & xMask))), ref Unsafe.Add(ref y, i));
    }
}
