using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Copies a value to where it stays, or from there.</summary>
internal sealed class CopyStep<T>(int x, int y) : BlockStep where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame)
    {
        ref Slot xs = ref frame.Slots[x];
        ref T values = ref BlockFrame.At<T>(ref xs), copies = ref frame.At<T>(y);
        if (xs.Mask == 0) MemoryMarshal.CreateSpan(ref copies, (int)frame.Count).Fill(values);
        else BlockFrame.Copy(ref values, ref copies, frame.Count);
        // Behind a full block lies the next one.
        if (frame.Count < LoopKernel.BlockLength) BlockFrame.Pad(ref Unsafe.Add(ref copies, frame.Count));
    }
}
