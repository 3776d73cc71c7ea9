using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Writes the elements of an operand, where they were not computed in place.</summary>
/// <param name="x">The values.</param>
/// <param name="operand">Where they go.</param>
/// <param name="isStrided">Whether elements do not lie one after the other.</param>
/// <param name="mayBeInPlace">Whether they may have been computed there.</param>
internal sealed class StoreStep<TFormat, TMemory, T>(int x, int operand, bool isStrided, bool mayBeInPlace) : BlockStep
    where TFormat : struct, IMemoryFormat<TMemory, T>
    where TMemory : unmanaged
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        if (mayBeInPlace && xs.IsInPlace) return;
        nint stride = isStrided ? frame.ColumnStrides[operand] : Unsafe.SizeOf<TMemory>(), count = frame.CountOfRow;
        ref T values = ref BlockFrame.At<T>(ref xs);
        for (nint row = 0; row < frame.Rows; row++)
        {
            ref TMemory elements = ref frame.Operand<TMemory>(operand, row, stride);
            if (isStrided || xs.Mask == 0) Scatter(ref values, xs.Mask, ref elements, stride, count);
            else TFormat.Write(ref values, ref elements, count);
            values = ref Unsafe.Add(ref values, count & xs.Mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ref T values, nint mask, ref TMemory elements, nint stride, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            elements = TFormat.Write(Unsafe.Add(ref values, i & mask));
            elements = ref Unsafe.AddByteOffset(ref elements, stride);
        }
    }
}
