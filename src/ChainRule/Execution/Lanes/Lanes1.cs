using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// A register of one lane. It computes the bits that every lane of the wider registers does, which
/// <see cref="Real{T}"/> does not.
/// </summary>
/// <param name="value">The number.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly partial struct Lanes1<T>(T value) : ILanes<Lanes1<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly T Value = value;

    public static int Count => 1;

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Of(double constant) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<float, T>((float)constant))
        : new(Unsafe.BitCast<double, T>(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Broadcast(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Load(ref readonly T source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1<T> x, ref T target) => target = x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> LoadFirst(ref readonly T source, int count) => count > 0 ? new(source) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes1<T> x, ref T target, int count)
    {
        if (count > 0)
            target = x.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane(Lanes1<T> x, int index) => x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Lanes1<T> x) => x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfLanes(Lanes1<T> x) => x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfLanes(Lanes1<T> x) => x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator +(Lanes1<T> left, Lanes1<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator -(Lanes1<T> left, Lanes1<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator *(Lanes1<T> left, Lanes1<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator /(Lanes1<T> left, Lanes1<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator -(Lanes1<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Abs(Lanes1<T> x) => new(T.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sign(Lanes1<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Floor(Lanes1<T> x) => new(T.Floor(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Round(Lanes1<T> x) => new(T.Round(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sqrt(Lanes1<T> x) => new(T.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Min(Lanes1<T> x, Lanes1<T> y) => new(T.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Max(Lanes1<T> x, Lanes1<T> y) => new(T.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Less(Lanes1<T> a, Lanes1<T> b) => new(Mask(a.Value < b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> LessOrEqual(Lanes1<T> a, Lanes1<T> b) => new(Mask(a.Value <= b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Equal(Lanes1<T> a, Lanes1<T> b) => new(Mask(a.Value == b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Select(Lanes1<T> mask, Lanes1<T> then, Lanes1<T> otherwise) => Bits(mask) != 0 ? then : otherwise;

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
    private static T Mask(bool holds) => FromBits(holds ? -1 : 0).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Lanes1<T> x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<T, int>(x.Value)
        : Unsafe.BitCast<T, long>(x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1<T> FromBits(long bits) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<int, T>((int)bits))
        : new(Unsafe.BitCast<long, T>(bits));
}
