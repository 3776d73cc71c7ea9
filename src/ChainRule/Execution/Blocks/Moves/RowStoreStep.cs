using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Writes one element a row.</summary>
internal sealed class RowStoreStep<TFormat, TMemory, T>(int x, int operand) : BlockStep
    where TFormat : struct, IMemoryFormat<TMemory, T>
    where TMemory : unmanaged
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T values = ref BlockFrame.At<T>(ref xs);
        for (nint row = 0; row < frame.Rows; row++)
            frame.Operand<TMemory>(operand, row, 0) = TFormat.Write(Unsafe.Add(ref values, row & xs.Mask));
    }
}
