using System.Numerics;
using System.Runtime.CompilerServices;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T numbers = ref BlockFrame.At<T>(ref xs), results = ref frame.At<T>(y);
        // How many elements may be read from the first one on.
        nint readable = xs.IsReadable ? nint.MaxValue : frame.Count;
        if (frame.IsGrouped)
        {
            ReduceRows(ref numbers, xs.Mask, frame.Rows, frame.Columns, readable, ref results);
            BlockFrame.Pad(ref Unsafe.Add(ref results, frame.Rows));
            return;
        }

        ref double sum = ref frame.At<double>(total);
        double before = frame.Column == 0 ? TOp.Start : sum;
        sum = TOp.Combine(before, double.CreateTruncating(Reduce(ref numbers, xs.Mask, frame.Count, readable)));
        frame.Fill(ref results, T.CreateTruncating(sum));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ReduceRows(ref T x, nint mask, nint rows, nint columns, nint readable, ref T y)
    {
        for (nint row = 0; row < rows; row++)
        {
            nint start = row * columns;
            T sum = Reduce(ref Unsafe.Add(ref x, start & mask), mask, columns, readable - start);
            Unsafe.Add(ref y, row) = T.CreateTruncating(TOp.Combine(TOp.Start, double.CreateTruncating(sum)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduce(ref T x, nint mask, nint count, nint readable)
    {
        TLanes start = TLanes.Of(TOp.Start), result = start;
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
            result = TOp.Combine<TLanes, T>(result, TLanes.Load(in Unsafe.Add(ref x, i & mask)));
        if (i < count)
        {
            ref T rest = ref Unsafe.Add(ref x, i & mask);
            TLanes last = readable - i >= TLanes.Count
                ? TLanes.Load(in rest)
                : TLanes.LoadFirst(in rest, (int)(count - i));
            last = TLanes.Select(LaneMask.From<TLanes, T>(count - i), start, last);
            result = TOp.Combine<TLanes, T>(result, last);
        }

        return TOp.CombineLanes<TLanes, T>(result);
    }
}
