using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Execution;

/// <summary>Masks for registers of which only a part is meant.</summary>
internal static class LaneMask
{
    private const int RegisterSize = BlockFrame.CellSize;

    // A register of zeros and one of ones; what is loaded from between them is zeros up to a lane.
    private static ReadOnlySpan<byte> Bytes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ];

    /// <summary>Holds from the given lane on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes From<TLanes, T>(nint lane)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLanes.Load(in Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(
            ref MemoryMarshal.GetReference(Bytes), RegisterSize - lane * Unsafe.SizeOf<T>())));

    /// <summary>Replaces the last lanes of what the target holds.</summary>
    /// <param name="source">A register.</param>
    /// <param name="target">Where to put some of its lanes.</param>
    /// <param name="count">Their number.</param>
    public static void Merge<TLanes, T>(ref T source, ref T target, nint count)
        where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes mask = From<TLanes, T>(TLanes.Count - count);
        TLanes.Store(TLanes.Select(mask, TLanes.Load(in source), TLanes.Load(in target)), ref target);
    }
}
