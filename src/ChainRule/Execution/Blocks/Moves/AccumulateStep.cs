using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Adds the elements of rows to those of an operand: rows in order.</summary>
internal sealed class AccumulateStep<T>(int x, int operand, bool isStrided) : BlockStep
    where T : unmanaged, INumberBase<T>
{
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        nint stride = isStrided ? frame.ColumnStrides[operand] : Unsafe.SizeOf<T>(), count = frame.CountOfRow;
        ref T values = ref BlockFrame.At<T>(ref xs);
        for (nint row = 0; row < frame.Rows; row++)
        {
            ref T sums = ref frame.Operand<T>(operand, row, stride);
            if (isStrided) AddStrided(ref values, xs.Mask, ref sums, stride, count);
            else Add(ref values, xs.Mask, ref sums, count);
            values = ref Unsafe.Add(ref values, count & xs.Mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref T values, nint mask, ref T sums, nint count)
    {
        nint i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            {
                Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref sums, i)) +=
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref values, i & mask));
            }
        }

        for (; i < count; i++) Unsafe.Add(ref sums, i) += Unsafe.Add(ref values, i & mask);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddStrided(ref T values, nint mask, ref T sums, nint stride, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            sums += Unsafe.Add(ref values, i & mask);
            sums = ref Unsafe.AddByteOffset(ref sums, stride);
        }
    }
}
