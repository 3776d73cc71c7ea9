using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>
/// z = f(x, y) for the wholes or masks of a block, which need no registers of a certain width to be exact.
/// </summary>
internal sealed class WholeStep<TOp, T>(int x, int y, int z) : BlockStep
    where TOp : struct, IWholeOp where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x], ys = ref frame.Slots[y], zs = ref frame.Slots[z];
        Map(
            ref BlockFrame.At<T>(ref xs), xs.Mask,
            ref BlockFrame.At<T>(ref ys), ys.Mask,
            ref BlockFrame.At<T>(ref zs), frame.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map(ref T x, nint xMask, ref T y, nint yMask, ref T z, nint count)
    {
        nint i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            {
                Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref z, i)) = TOp.Run(
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref x, i & xMask)),
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref y, i & yMask)));
            }
        }

        for (; i < count; i++)
            Unsafe.Add(ref z, i) = TOp.Run(Unsafe.Add(ref x, i & xMask), Unsafe.Add(ref y, i & yMask));
    }
}
