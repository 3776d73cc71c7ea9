using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A mask, all ones or all zeros, is a bool of one byte in memory.</summary>
/// <typeparam name="T">int or long.</typeparam>
internal readonly struct BoolFormat<T> : IMemoryFormat<byte, T> where T : unmanaged, IBinaryInteger<T>
{
    // So many are widened, or narrowed, at once.
    private const int Run = 16;

    public static T Read(byte element) => element == 0 ? T.Zero : T.AllBitsSet;

    public static byte Write(T value) => T.IsZero(value) ? (byte)0 : (byte)1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref byte elements, ref T values, nint count)
    {
        nint i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Run; i += Run)
            {
                Vector128<byte> isFalse = Vector128.Equals(Vector128.LoadUnsafe(ref elements, (nuint)i), default);
                (Vector128<short> low, Vector128<short> high) = Vector128.Widen((~isFalse).AsSByte());
                Spread(low, ref Unsafe.Add(ref values, i));
                Spread(high, ref Unsafe.Add(ref values, i + Run / 2));
            }
        }

        for (; i < count; i++) Unsafe.Add(ref values, i) = Read(Unsafe.Add(ref elements, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ref T values, ref byte elements, nint count)
    {
        nint i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Run; i += Run)
            {
                Vector128<sbyte> masks = Vector128.Narrow(
                    Gather(ref Unsafe.Add(ref values, i)), Gather(ref Unsafe.Add(ref values, i + Run / 2)));
                (masks.AsByte() & Vector128.Create((byte)1)).StoreUnsafe(ref elements, (nuint)i);
            }
        }

        for (; i < count; i++) Unsafe.Add(ref elements, i) = Write(Unsafe.Add(ref values, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(Vector128<short> masks, ref T values)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(masks);
        if (typeof(T) == typeof(int))
        {
            low.As<int, T>().StoreUnsafe(ref values);
            high.As<int, T>().StoreUnsafe(ref values, 4);
            return;
        }

        (Vector128<long> a, Vector128<long> b) = Vector128.Widen(low);
        (Vector128<long> c, Vector128<long> d) = Vector128.Widen(high);
        a.As<long, T>().StoreUnsafe(ref values);
        b.As<long, T>().StoreUnsafe(ref values, 2);
        c.As<long, T>().StoreUnsafe(ref values, 4);
        d.As<long, T>().StoreUnsafe(ref values, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Gather(ref T values)
    {
        if (typeof(T) == typeof(int))
        {
            return Vector128.Narrow(
                Vector128.LoadUnsafe(ref values).As<T, int>(), Vector128.LoadUnsafe(ref values, 4).As<T, int>());
        }

        return Vector128.Narrow(
            Vector128.Narrow(
                Vector128.LoadUnsafe(ref values).As<T, long>(), Vector128.LoadUnsafe(ref values, 2).As<T, long>()),
            Vector128.Narrow(
                Vector128.LoadUnsafe(ref values, 4).As<T, long>(), Vector128.LoadUnsafe(ref values, 6).As<T, long>()));
    }
}
