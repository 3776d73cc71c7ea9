using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Adds the elements of rows to those of an operand: rows in order.</summary>
internal sealed class AccumulateStep<T>(int x, int operand, bool isStrided) : BlockStep
    where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        nint stride = isStrided ? frame.ColumnStrides[operand] : Unsafe.SizeOf<T>(), count = frame.CountOfRow;
        ref T values = ref BlockFrame.At<T>(ref xs);
        ref T sums = ref frame.Operand<T>(operand, 0, stride);
        nint rowStride = frame.RowStrides[operand];
        if (isStrided) AddStrided(ref values, xs.Mask, ref sums, stride, rowStride, frame.Rows, count);
        else Add(ref values, xs.Mask, ref sums, rowStride, frame.Rows, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref T values, nint mask, ref T sums, nint rowStride, nint rows, nint count)
    {
        for (nint row = 0; row < rows; row++)
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
            values = ref Unsafe.Add(ref values, count & mask);
            sums = ref Unsafe.AddByteOffset(ref sums, rowStride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddStrided(
        ref T values, nint mask, ref T sums, nint stride, nint rowStride, nint rows, nint count)
    {
        for (nint row = 0; row < rows; row++)
        {
            for (nint i = 0; i < count; i++)
                Unsafe.AddByteOffset(ref sums, i * stride) += Unsafe.Add(ref values, i & mask);
            values = ref Unsafe.Add(ref values, count & mask);
            sums = ref Unsafe.AddByteOffset(ref sums, rowStride);
        }
    }
}
