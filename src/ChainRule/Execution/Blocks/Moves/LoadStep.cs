using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Reads the elements of an operand that steps cannot read in place.</summary>
internal sealed class LoadStep<TFormat, TMemory, T>(int operand, bool isStrided, int y) : BlockStep
    where TFormat : struct, IMemoryFormat<TMemory, T>
    where TMemory : unmanaged
    where T : unmanaged, IBinaryInteger<T>
{
    public override void Run(BlockFrame frame)
    {
        ref Slot ys = ref frame.Slots[y];
        // Then the elements are read in place.
        if (!ys.IsPadded) return;
        nint stride = isStrided ? frame.ColumnStrides[operand] : Unsafe.SizeOf<TMemory>(), count = frame.CountOfRow;
        ref T values = ref BlockFrame.At<T>(ref ys);
        for (nint row = 0; row < frame.Rows; row++)
        {
            ref TMemory elements = ref frame.Operand<TMemory>(operand, row, stride);
            if (isStrided) Gather(ref elements, stride, ref values, count);
            else TFormat.Read(ref elements, ref values, count);
            values = ref Unsafe.Add(ref values, count);
        }

        BlockFrame.Pad(ref values);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ref TMemory elements, nint stride, ref T values, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            Unsafe.Add(ref values, i) = TFormat.Read(elements);
            elements = ref Unsafe.AddByteOffset(ref elements, stride);
        }
    }
}
