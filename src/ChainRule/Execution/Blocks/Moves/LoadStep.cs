using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Reads the elements of an operand that steps cannot read in place.</summary>
internal sealed class LoadStep<TFormat, TMemory, T>(int operand, bool isStrided, int y) : BlockStep
    where TFormat : struct, IMemoryFormat<TMemory, T>
    where TMemory : unmanaged
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot ys = ref frame.Slots[y];
        // Then the elements are read in place.
        if (ys.IsInPlace) return;
        nint stride = isStrided ? frame.ColumnStrides[operand] : Unsafe.SizeOf<TMemory>(), count = frame.CountOfRow;
        ref T values = ref BlockFrame.At<T>(ref ys);
        nint rows = frame.RowStrides[operand] == 0 ? 1 : frame.Rows;
        for (nint row = 0; row < rows; row++)
        {
            ref TMemory elements = ref frame.Operand<TMemory>(operand, row, stride);
            ref T target = ref Unsafe.Add(ref values, row * count);
            if (isStrided) Gather(ref elements, stride, ref target, count);
            else TFormat.Read(ref elements, ref target, count);
        }

        // The same row again and again: twice as many of them each time.
        for (nint done = rows * count, all = frame.Rows * count; done < all; done *= 2)
            BlockFrame.Copy(ref values, ref Unsafe.Add(ref values, done), Math.Min(done, all - done));
        BlockFrame.Pad(ref Unsafe.Add(ref values, frame.Rows * count));
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
