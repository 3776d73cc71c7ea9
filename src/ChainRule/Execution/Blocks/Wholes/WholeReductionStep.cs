using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>One number of all wholes of a row; in which order they are combined changes nothing.</summary>
/// <param name="x">The wholes.</param>
/// <param name="y">The numbers, one a row.</param>
/// <param name="start">What changes no number that it is combined with.</param>
internal sealed class WholeReductionStep<TOp, T>(int x, int y, T start) : BlockStep
    where TOp : struct, IWholeOp where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T numbers = ref BlockFrame.At<T>(ref xs), results = ref frame.At<T>(y);
        if (frame.IsGrouped)
        {
            for (nint row = 0; row < frame.Rows; row++)
            {
                Unsafe.Add(ref results, row) =
                    Reduce(start, ref Unsafe.Add(ref numbers, row * frame.Columns & xs.Mask), xs.Mask, frame.Columns);
            }

            BlockFrame.Pad(ref Unsafe.Add(ref results, frame.Rows));
            return;
        }

        T before = frame.Column == 0 ? start : results;
        frame.Fill(ref results, TOp.Run(before, Reduce(start, ref numbers, xs.Mask, frame.Count)));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Reduce(T start, ref T x, nint mask, nint count)
    {
        T result = start;
        nint i = 0;
        if (Vector.IsHardwareAccelerated && count >= Vector<T>.Count)
        {
            var results = new Vector<T>(start);
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
                results = TOp.Run(results, Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref x, i & mask)));
            for (int lane = 0; lane < Vector<T>.Count; lane++) result = TOp.Run(result, results[lane]);
        }

        for (; i < count; i++) result = TOp.Run(result, Unsafe.Add(ref x, i & mask));
        return result;
    }
}
