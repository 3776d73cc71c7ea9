using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Execution;

internal readonly partial struct Lanes512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> z) => typeof(T) == typeof(float)
        ? new(Vector512.MultiplyAddEstimate(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
        : new(Vector512.MultiplyAddEstimate(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> CopySign(Lanes512<T> x, Lanes512<T> sign) => new(Vector512.CopySign(x.Value, sign.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> x, Lanes512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.Scale(x.Value.AsSingle(), n.Value.AsSingle()).As<float, T>())
                : new(Avx512F.Scale(x.Value.AsDouble(), n.Value.AsDouble()).As<double, T>());
        }

        Lanes512<T> half = Floor(n * Of(0.5));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exponent(Lanes512<T> x)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.GetExponent(x.Value.AsSingle()).As<float, T>())
                : new(Avx512F.GetExponent(x.Value.AsDouble()).As<double, T>());
        }

        // The biased exponent becomes the last bits of 2²³ or 2⁵², whose last bit counts 1.
        return typeof(T) == typeof(float)
            ? Or(new((x.Value.AsUInt32() >>> 23).As<uint, T>()), Of(1 << 23)) - Of((1 << 23) + 127)
            : Or(new((x.Value.AsUInt64() >>> 52).As<ulong, T>()), Of(1L << 52)) - Of((1L << 52) + 1023);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Mantissa(Lanes512<T> x)
    {
        // The control 0 asks for [1, 2).
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.GetMantissa(x.Value.AsSingle(), 0).As<float, T>())
                : new(Avx512F.GetMantissa(x.Value.AsDouble(), 0).As<double, T>());
        }

        return typeof(T) == typeof(float)
            ? Or(And(x, new(Vector512.Create(0x007F_FFFF).As<int, T>())), Of(1))
            : Or(And(x, new(Vector512.Create(0x000F_FFFF_FFFF_FFFF).As<long, T>())), Of(1));
    }

    // 2ⁿ for the exponents of normal numbers. The sum's last bits are the biased exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512<T> PowerOfTwo(Lanes512<T> n) => typeof(T) == typeof(float)
        ? new(((n + Of((3 << 22) + 127)).Value.AsUInt32() << 23).As<uint, T>())
        : new(((n + Of((3L << 51) + 1023)).Value.AsUInt64() << 52).As<ulong, T>());
}
