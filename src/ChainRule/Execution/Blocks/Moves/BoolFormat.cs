using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>A mask, all ones or all zeros, is a bool of one byte in memory.</summary>
internal readonly struct BoolFormat<T> : IMemoryFormat<byte, T> where T : unmanaged, IBinaryInteger<T>
{
    public static T Read(byte element) => element == 0 ? T.Zero : T.AllBitsSet;

    public static byte Write(T value) => T.IsZero(value) ? (byte)0 : (byte)1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref byte elements, ref T values, nint count)
    {
        for (nint i = 0; i < count; i++) Unsafe.Add(ref values, i) = Read(Unsafe.Add(ref elements, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ref T values, ref byte elements, nint count)
    {
        for (nint i = 0; i < count; i++) Unsafe.Add(ref elements, i) = Write(Unsafe.Add(ref values, i));
    }
}
