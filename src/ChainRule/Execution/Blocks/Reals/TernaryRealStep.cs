using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>w = f(x, y, z) for the reals of a block: what is the same for every f, and so compiled once.</summary>
internal abstract class TernaryRealStep<TLanes, T>(int x, int y, int z, int w) : BlockStep
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public sealed override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x], ys = ref frame.Slots[y], zs = ref frame.Slots[z], ws = ref frame.Slots[w];
        nint count = frame.Count, full = count & -TLanes.Count;
        if (xs.IsReadable && ys.IsReadable && zs.IsReadable && !ws.IsInPlace)
            full = (count + TLanes.Count - 1) & -TLanes.Count;
        Map(
            ref BlockFrame.At<T>(ref xs), xs.Mask,
            ref BlockFrame.At<T>(ref ys), ys.Mask,
            ref BlockFrame.At<T>(ref zs), zs.Mask,
            ref BlockFrame.At<T>(ref ws), full);
        if (full < count) Finish(frame, ref xs, ref ys, ref zs, ref ws, count);
    }

    /// <summary>Computes whole registers.</summary>
    protected abstract void Map(ref T x, nint xMask, ref T y, nint yMask, ref T z, nint zMask, ref T w, nint count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(BlockFrame frame, ref Slot x, ref Slot y, ref Slot z, ref Slot w, nint count)
    {
        nint rest = count & (TLanes.Count - 1);
        ref T result = ref frame.Result<T>();
        if (count >= TLanes.Count)
        {
            nint last = count - TLanes.Count;
            Map(
                ref BlockFrame.At<T>(ref x, last), -1,
                ref BlockFrame.At<T>(ref y, last), -1,
                ref BlockFrame.At<T>(ref z, last), -1,
                ref result, TLanes.Count);
            LaneMask.Merge<TLanes, T>(ref result, ref BlockFrame.At<T>(ref w, last), rest);
            return;
        }

        Map(
            ref frame.Part<T>(ref x, rest, 0), -1,
            ref frame.Part<T>(ref y, rest, 1), -1,
            ref frame.Part<T>(ref z, rest, 2), -1,
            ref result, TLanes.Count);
        BlockFrame.Copy(ref result, ref BlockFrame.At<T>(ref w), rest);
    }
}
