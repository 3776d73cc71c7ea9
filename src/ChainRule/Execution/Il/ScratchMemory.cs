using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Execution;

/// <summary>Memory of a thread for values on their way from one <see cref="LoopPart"/> to another.</summary>
internal static class ScratchMemory
{
    // Registers that cross a cache line cost twice.
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? _bytes;

    [ThreadStatic]
    private static nint[]? _offsets;

    /// <summary>The first of so many bytes, with an address that is a multiple of 64.</summary>
    public static ref byte Bytes(int length)
    {
        // It does not move, so its alignment lasts.
        if (_bytes is null || _bytes.Length < length + Alignment)
            _bytes = GC.AllocateUninitializedArray<byte>(2 * (length + Alignment), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), -address & (Alignment - 1));
    }

    /// <summary>At least so many numbers.</summary>
    public static nint[] Offsets(int count)
    {
        if (_offsets is null || _offsets.Length < count) _offsets = new nint[2 * count];
        return _offsets;
    }
}
