using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>The numbers of a block in another type of the same size.</summary>
internal sealed class ConversionStep<TConversion, TFrom, TTo>(int x, int y) : BlockStep
    where TConversion : struct, IConversion<TFrom, TTo> where TFrom : unmanaged where TTo : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        Map(ref BlockFrame.At<TFrom>(ref xs), xs.Mask, ref frame.At<TTo>(y), frame.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map(ref TFrom x, nint xMask, ref TTo y, nint count)
    {
        nint i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<TFrom>.Count; i += Vector<TFrom>.Count)
            {
                Unsafe.As<TTo, Vector<TTo>>(ref Unsafe.Add(ref y, i)) =
                    TConversion.Run(Unsafe.As<TFrom, Vector<TFrom>>(ref Unsafe.Add(ref x, i & xMask)));
            }
        }

        for (; i < count; i++) Unsafe.Add(ref y, i) = TConversion.Run(Unsafe.Add(ref x, i & xMask));
    }
}
