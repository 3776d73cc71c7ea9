using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Execution;

internal partial struct Lanes512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> x, Lanes512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            if (typeof(T) == typeof(float))
                x.Value = Avx512F.Scale(x.Value.AsSingle(), n.Value.AsSingle()).As<float, T>();
            else
                x.Value = Avx512F.Scale(x.Value.AsDouble(), n.Value.AsDouble()).As<double, T>();
            return x;
        }

        Lanes512<T> half = Floor(n * Of(0.5));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exponent(Lanes512<T> x)
    {
        if (Avx512F.IsSupported)
        {
            if (typeof(T) == typeof(float))
                x.Value = Avx512F.GetExponent(x.Value.AsSingle()).As<float, T>();
            else
                x.Value = Avx512F.GetExponent(x.Value.AsDouble()).As<double, T>();
            return x;
        }

        // The biased exponent becomes the last bits of 2²³ or 2⁵², whose last bit counts 1.
        if (typeof(T) == typeof(float))
        {
            x.Value = (x.Value.AsUInt32() >>> 23).As<uint, T>();
            return Or(x, Of(1 << 23)) - Of((1 << 23) + 127);
        }

        x.Value = (x.Value.AsUInt64() >>> 52).As<ulong, T>();
        return Or(x, Of(1L << 52)) - Of((1L << 52) + 1023);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Mantissa(Lanes512<T> x)
    {
        // The control 0 asks for [1, 2).
        if (Avx512F.IsSupported)
        {
            if (typeof(T) == typeof(float))
                x.Value = Avx512F.GetMantissa(x.Value.AsSingle(), 0).As<float, T>();
            else
                x.Value = Avx512F.GetMantissa(x.Value.AsDouble(), 0).As<double, T>();
            return x;
        }

        if (typeof(T) == typeof(float))
            x.Value &= Vector512.Create(0x007F_FFFF).As<int, T>();
        else
            x.Value &= Vector512.Create(0x000F_FFFF_FFFF_FFFF).As<long, T>();
        return Or(x, Of(1));
    }

    // 2ⁿ for the exponents of normal numbers. The sum's last bits are the biased exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512<T> PowerOfTwo(Lanes512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            n += Of((3 << 22) + 127);
            n.Value = (n.Value.AsUInt32() << 23).As<uint, T>();
        }
        else
        {
            n += Of((3L << 51) + 1023);
            n.Value = (n.Value.AsUInt64() << 52).As<ulong, T>();
        }

        return n;
    }
}
