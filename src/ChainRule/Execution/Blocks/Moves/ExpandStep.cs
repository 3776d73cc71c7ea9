using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Execution;

/// <summary>Repeats the values of rows for all elements of their rows.</summary>
internal sealed class ExpandStep<T>(int x, int y) : BlockStep where T : unmanaged
{
    public override void Run(BlockFrame frame)
    {
        ref T values = ref frame.At<T>(x), elements = ref frame.At<T>(y);
        int columns = (int)frame.Columns;
        for (nint row = 0; row < frame.Rows; row++)
        {
            MemoryMarshal.CreateSpan(ref elements, columns).Fill(Unsafe.Add(ref values, row));
            elements = ref Unsafe.Add(ref elements, columns);
        }

        BlockFrame.Pad(ref elements);
    }
}
