using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Reads an operand that has one element a row.</summary>
internal sealed class RowLoadStep<TFormat, TMemory, T>(int operand, int y) : BlockStep
    where TFormat : struct, IMemoryFormat<TMemory, T>
    where TMemory : unmanaged
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref T values = ref frame.At<T>(y);
        if (!frame.IsGrouped)
        {
            frame.Fill(ref values, TFormat.Read(frame.Operand<TMemory>(operand, 0, 0)));
            return;
        }

        for (nint row = 0; row < frame.Rows; row++)
            Unsafe.Add(ref values, row) = TFormat.Read(frame.Operand<TMemory>(operand, row, 0));
        BlockFrame.Pad(ref Unsafe.Add(ref values, frame.Rows));
    }
}
