using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>The bits of <paramref name="x"/> where the mask holds, those of <paramref name="y"/> elsewhere.</summary>
internal sealed class SelectStep<T>(int mask, int x, int y, int z) : BlockStep
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot masks = ref frame.Slots[mask], xs = ref frame.Slots[x], ys = ref frame.Slots[y];
        Map(
            ref BlockFrame.At<T>(ref masks), masks.Mask,
            ref BlockFrame.At<T>(ref xs), xs.Mask,
            ref BlockFrame.At<T>(ref ys), ys.Mask,
            ref frame.At<T>(z), frame.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map(ref T mask, nint maskMask, ref T x, nint xMask, ref T y, nint yMask, ref T z, nint count)
    {
        nint i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            {
                Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref z, i)) = Vector.ConditionalSelect(
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref mask, i & maskMask)),
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref x, i & xMask)),
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref y, i & yMask)));
            }
        }

        for (; i < count; i++)
        {
            ref T chosen = ref x;
            nint place = i & xMask;
            if (T.IsZero(Unsafe.Add(ref mask, i & maskMask)))
            {
                chosen = ref y;
                place = i & yMask;
            }

            Unsafe.Add(ref z, i) = Unsafe.Add(ref chosen, place);
        }
    }
}
