using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Repeats the values of rows for all elements of their rows.</summary>
internal sealed class ExpandStep<T>(int x, int y) : BlockStep where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref T elements = ref frame.At<T>(y);
        Expand(ref frame.At<T>(x), frame.Rows, frame.Columns, ref elements);
        BlockFrame.Pad(ref Unsafe.Add(ref elements, frame.Rows * frame.Columns));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Expand(ref T values, nint rows, nint columns, ref T elements)
    {
        for (nint row = 0; row < rows; row++)
        {
            T value = Unsafe.Add(ref values, row);
            if (Vector.IsHardwareAccelerated)
            {
                // Registers that begin in a row and end in the next one: that one is written next.
                var register = new Vector<T>(value);
                for (nint i = 0; i < columns; i += Vector<T>.Count)
                    Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref elements, i)) = register;
            }
            else
            {
                for (nint i = 0; i < columns; i++) Unsafe.Add(ref elements, i) = value;
            }

            elements = ref Unsafe.Add(ref elements, columns);
        }
    }
}
