using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Kernels;

/// <summary>
/// Scratch memory for packed blocks and for sums, of each thread, kept between calls and aligned to cache lines. What
/// was returned stays valid until the same thread asks for the same buffer again.
/// </summary>
internal static unsafe class PackingBuffer
{
    private const int CacheLine = 64;

    [ThreadStatic]
    private static byte[]? _left;

    [ThreadStatic]
    private static byte[]? _right;

    [ThreadStatic]
    private static byte[]? _sums;

    /// <summary>Room for <paramref name="count"/> elements of the left operand.</summary>
    public static T* Left<T>(int count)
        where T : unmanaged => (T*)Reserve(ref _left, count * sizeof(T));

    /// <summary>Room for <paramref name="count"/> elements of the right operand.</summary>
    public static T* Right<T>(int count)
        where T : unmanaged => (T*)Reserve(ref _right, count * sizeof(T));

    /// <summary>Room for <paramref name="count"/> elements of sums that are not in C yet.</summary>
    public static T* Sums<T>(int count)
        where T : unmanaged => (T*)Reserve(ref _sums, count * sizeof(T));

    private static byte* Reserve(ref byte[]? buffer, int size)
    {
        size += CacheLine;
        if (buffer is null || buffer.Length < size)
            buffer = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        // The array is pinned for life, so its address may be kept.
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(buffer));
        return (byte*)((address + CacheLine - 1) & ~(nuint)(CacheLine - 1));
    }
}
