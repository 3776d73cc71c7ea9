using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A register of 512 bits of numbers: running an op's body on it computes as many elements at once.</summary>
/// <param name="value">The register.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly partial struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector512<T> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Of(double constant) => typeof(T) == typeof(float)
        ? new(Vector512.Create((float)constant).As<float, T>())
        : new(Vector512.Create(constant).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source) => new(Unsafe.ReadUnaligned<Vector512<T>>(
        ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> x, ref T target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadFirst(ref readonly T source, int count)
    {
        Vector512<T> buffer = default;
        PartOfLanes.Copy(in source, ref Unsafe.As<Vector512<T>, T>(ref buffer), count);
        return new(buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes512<T> x, ref T target, int count)
    {
        Vector512<T> buffer = x.Value;
        PartOfLanes.Copy(in Unsafe.As<Vector512<T>, T>(ref buffer), ref target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane(Lanes512<T> x, int index) => x.Value.GetElement(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Lanes512<T> x) =>
        Lanes256<T>.SumOfLanes(new(x.Value.GetLower() + x.Value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfLanes(Lanes512<T> x) =>
        Lanes256<T>.MaxOfLanes(Lanes256<T>.Max(new(x.Value.GetLower()), new(x.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfLanes(Lanes512<T> x) =>
        Lanes256<T>.MinOfLanes(Lanes256<T>.Min(new(x.Value.GetLower()), new(x.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> x) => new(Vector512.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sign(Lanes512<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> x) => typeof(T) == typeof(float)
        ? new(Vector512.Floor(x.Value.AsSingle()).As<float, T>())
        : new(Vector512.Floor(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> x) => typeof(T) == typeof(float)
        ? new(Vector512.Round(x.Value.AsSingle()).As<float, T>())
        : new(Vector512.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> x) => new(Vector512.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> x, Lanes512<T> y) => new(Vector512.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> x, Lanes512<T> y) => new(Vector512.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessOrEqual(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> then, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(mask.Value, then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfLess(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfLessOrEqual(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfEqual(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> And(Lanes512<T> left, Lanes512<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Or(Lanes512<T> left, Lanes512<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Xor(Lanes512<T> left, Lanes512<T> right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Not(Lanes512<T> mask) => new(~mask.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes512<T> x, double limit) => Vector512.GreaterThanAny(x.Value, Of(limit).Value);
}
