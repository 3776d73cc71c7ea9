using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Adds one value a row to a cell: rows in order.</summary>
internal sealed class RowAccumulateStep<TCell, T>(int x, int operand) : BlockStep
    where TCell : unmanaged, INumberBase<TCell> where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T values = ref BlockFrame.At<T>(ref xs);
        for (nint row = 0; row < frame.Rows; row++)
        {
            frame.Operand<TCell>(operand, row, 0) +=
                TCell.CreateTruncating(Unsafe.Add(ref values, row & xs.Mask));
        }
    }
}
