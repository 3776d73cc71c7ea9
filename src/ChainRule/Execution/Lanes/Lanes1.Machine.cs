using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

internal partial struct Lanes1<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Scale(Lanes1<T> x, Lanes1<T> n)
    {
        Lanes1<T> half = Floor(n * Of(0.5));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Exponent(Lanes1<T> x) => typeof(T) == typeof(float)
        ? Of((int)(Bits(x) >> 23) - 127)
        : Of((int)(Bits(x) >> 52) - 1023);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Mantissa(Lanes1<T> x) => typeof(T) == typeof(float)
        ? FromBits((Bits(x) & 0x007F_FFFF) | 0x3F80_0000)
        : FromBits((Bits(x) & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);

    // 2ⁿ for the exponents of normal numbers. The sum's last bits are the biased exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1<T> PowerOfTwo(Lanes1<T> n) => typeof(T) == typeof(float)
        ? FromBits(Bits(n + Of((3 << 22) + 127)) << 23)
        : FromBits(Bits(n + Of((3L << 51) + 1023)) << 52);
}
