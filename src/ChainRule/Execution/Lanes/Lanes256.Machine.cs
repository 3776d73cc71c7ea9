using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Execution;

internal readonly partial struct Lanes256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> z) => typeof(T) == typeof(float)
        ? new(Vector256.MultiplyAddEstimate(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
        : new(Vector256.MultiplyAddEstimate(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> CopySign(Lanes256<T> x, Lanes256<T> sign) => new(Vector256.CopySign(x.Value, sign.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Scale(Lanes256<T> x, Lanes256<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.VL.Scale(x.Value.AsSingle(), n.Value.AsSingle()).As<float, T>())
                : new(Avx512F.VL.Scale(x.Value.AsDouble(), n.Value.AsDouble()).As<double, T>());
        }

        Lanes256<T> half = Floor(n * Of(0.5));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exponent(Lanes256<T> x)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.VL.GetExponent(x.Value.AsSingle()).As<float, T>())
                : new(Avx512F.VL.GetExponent(x.Value.AsDouble()).As<double, T>());
        }

        // The biased exponent becomes the last bits of 2²³ or 2⁵², whose last bit counts 1.
        return typeof(T) == typeof(float)
            ? Or(new((x.Value.AsUInt32() >>> 23).As<uint, T>()), Of(1 << 23)) - Of((1 << 23) + 127)
            : Or(new((x.Value.AsUInt64() >>> 52).As<ulong, T>()), Of(1L << 52)) - Of((1L << 52) + 1023);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Mantissa(Lanes256<T> x)
    {
        // The control 0 asks for [1, 2).
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.VL.GetMantissa(x.Value.AsSingle(), 0).As<float, T>())
                : new(Avx512F.VL.GetMantissa(x.Value.AsDouble(), 0).As<double, T>());
        }

        return typeof(T) == typeof(float)
            ? Or(And(x, new(Vector256.Create(0x007F_FFFF).As<int, T>())), Of(1))
            : Or(And(x, new(Vector256.Create(0x000F_FFFF_FFFF_FFFF).As<long, T>())), Of(1));
    }

    // 2ⁿ for the exponents of normal numbers. The sum's last bits are the biased exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256<T> PowerOfTwo(Lanes256<T> n) => typeof(T) == typeof(float)
        ? new(((n + Of((3 << 22) + 127)).Value.AsUInt32() << 23).As<uint, T>())
        : new(((n + Of((3L << 51) + 1023)).Value.AsUInt64() << 52).As<ulong, T>());
}
