using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

internal partial struct Lanes1<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Less(Lanes1<T> a, Lanes1<T> b) => FromBits(a.Value < b.Value ? -1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> LessOrEqual(Lanes1<T> a, Lanes1<T> b) => FromBits(a.Value <= b.Value ? -1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Equal(Lanes1<T> a, Lanes1<T> b) => FromBits(a.Value == b.Value ? -1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Select(Lanes1<T> mask, Lanes1<T> then, Lanes1<T> otherwise) =>
        Bits(mask) != 0 ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> IfLess(Lanes1<T> a, Lanes1<T> b, Lanes1<T> then, Lanes1<T> otherwise) =>
        a.Value < b.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> IfLessOrEqual(Lanes1<T> a, Lanes1<T> b, Lanes1<T> then, Lanes1<T> otherwise) =>
        a.Value <= b.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> IfEqual(Lanes1<T> a, Lanes1<T> b, Lanes1<T> then, Lanes1<T> otherwise) =>
        a.Value == b.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> And(Lanes1<T> left, Lanes1<T> right) => FromBits(Bits(left) & Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Or(Lanes1<T> left, Lanes1<T> right) => FromBits(Bits(left) | Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Xor(Lanes1<T> left, Lanes1<T> right) => FromBits(Bits(left) ^ Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Not(Lanes1<T> mask) => FromBits(~Bits(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes1<T> x, double limit) => x.Value > Of(limit).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Lanes1<T> x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<T, int>(x.Value)
        : Unsafe.BitCast<T, long>(x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1<T> FromBits(long bits)
    {
        Lanes1<T> result;
        if (typeof(T) == typeof(float))
            result.Value = Unsafe.BitCast<int, T>((int)bits);
        else
            result.Value = Unsafe.BitCast<long, T>(bits);
        return result;
    }
}
