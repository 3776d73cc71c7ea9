using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Execution;

/// <summary>One number of all reals of a row.</summary>
/// <param name="x">The reals.</param>
/// <param name="y">The numbers, one a row.</param>
/// <param name="total">What the blocks so far give, a double.</param>
internal sealed class ReductionStep<TOp, TLanes, T>(int x, int y, int total) : BlockStep
    where TOp : struct, IReductionOp
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T numbers = ref BlockFrame.At<T>(ref xs), results = ref frame.At<T>(y);
        if (frame.IsGrouped)
        {
            for (nint row = 0; row < frame.Rows; row++)
            {
                T result = Reduce(ref Unsafe.Add(ref numbers, row * frame.Columns & xs.Mask), xs.Mask, frame.Columns);
                Unsafe.Add(ref results, row) =
                    T.CreateTruncating(TOp.Combine(TOp.Start, double.CreateTruncating(result)));
            }

            BlockFrame.Pad(ref Unsafe.Add(ref results, frame.Rows));
            return;
        }

        ref double sum = ref frame.At<double>(total);
        double before = frame.Column == 0 ? TOp.Start : sum;
        sum = TOp.Combine(before, double.CreateTruncating(Reduce(ref numbers, xs.Mask, frame.Count)));
        frame.Fill(ref results, T.CreateTruncating(sum));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Reduce(ref T x, nint mask, nint count)
    {
        TLanes result = TLanes.Of(TOp.Start);
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            result = TOp.Combine<TLanes, T>(result, TLanes.Load(in Unsafe.Add(ref x, i & mask)));
        if (i == count) return TOp.CombineLanes<TLanes, T>(result);

        Span<T> rest = stackalloc T[TLanes.Count];
        TLanes.Store(TLanes.Of(TOp.Start), ref MemoryMarshal.GetReference(rest));
        for (int lane = 0; i < count; lane++, i++) rest[lane] = Unsafe.Add(ref x, i & mask);
        return TOp.CombineLanes<TLanes, T>(
            TOp.Combine<TLanes, T>(result, TLanes.Load(in MemoryMarshal.GetReference(rest))));
    }
}
