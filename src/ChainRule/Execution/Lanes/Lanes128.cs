using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A register of 128 bits of numbers: running an op's body on it computes as many elements at once.</summary>
/// <param name="value">The register.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly partial struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector128<T> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Of(double constant) => typeof(T) == typeof(float)
        ? new(Vector128.Create((float)constant).As<float, T>())
        : new(Vector128.Create(constant).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source) => new(Unsafe.ReadUnaligned<Vector128<T>>(
        ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> x, ref T target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadFirst(ref readonly T source, int count)
    {
        Vector128<T> buffer = default;
        PartOfLanes.Copy(in source, ref Unsafe.As<Vector128<T>, T>(ref buffer), count);
        return new(buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes128<T> x, ref T target, int count)
    {
        Vector128<T> buffer = x.Value;
        PartOfLanes.Copy(in Unsafe.As<Vector128<T>, T>(ref buffer), ref target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane(Lanes128<T> x, int index) => x.Value.GetElement(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Lanes128<T> x)
    {
        // Lanes 0 and 1 with 2 and 3, then 0 with 1.
        if (typeof(T) == typeof(float))
            x = x + Rotated(x);
        return x.Value.ToScalar() + x.Value.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfLanes(Lanes128<T> x)
    {
        // Lanes 0 and 1 with 2 and 3, then 0 with 1.
        if (typeof(T) == typeof(float))
            x = Max(x, Rotated(x));
        return T.Max(x.Value.ToScalar(), x.Value.GetElement(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfLanes(Lanes128<T> x)
    {
        // Lanes 0 and 1 with 2 and 3, then 0 with 1.
        if (typeof(T) == typeof(float))
            x = Min(x, Rotated(x));
        return T.Min(x.Value.ToScalar(), x.Value.GetElement(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> x) => new(Vector128.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sign(Lanes128<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> x) => typeof(T) == typeof(float)
        ? new(Vector128.Floor(x.Value.AsSingle()).As<float, T>())
        : new(Vector128.Floor(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> x) => typeof(T) == typeof(float)
        ? new(Vector128.Round(x.Value.AsSingle()).As<float, T>())
        : new(Vector128.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> x) => new(Vector128.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> x, Lanes128<T> y) => new(Vector128.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> x, Lanes128<T> y) => new(Vector128.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessOrEqual(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> then, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(mask.Value, then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfLess(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfLessOrEqual(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfEqual(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> And(Lanes128<T> left, Lanes128<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Or(Lanes128<T> left, Lanes128<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Xor(Lanes128<T> left, Lanes128<T> right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Not(Lanes128<T> mask) => new(~mask.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes128<T> x, double limit) => Vector128.GreaterThanAny(x.Value, Of(limit).Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Rotated(Lanes128<T> x) =>
        new(Vector128.Shuffle(x.Value.AsSingle(), Vector128.Create(2, 3, 0, 1)).As<float, T>());
}
