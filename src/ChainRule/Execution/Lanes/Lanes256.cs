using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A register of 256 bits of numbers: running an op's body on it computes as many elements at once.</summary>
/// <param name="value">The register.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly partial struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector256<T> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Of(double constant) => typeof(T) == typeof(float)
        ? new(Vector256.Create((float)constant).As<float, T>())
        : new(Vector256.Create(constant).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source) => new(Unsafe.ReadUnaligned<Vector256<T>>(
        ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> x, ref T target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadFirst(ref readonly T source, int count)
    {
        Vector256<T> buffer = default;
        PartOfLanes.Copy(in source, ref Unsafe.As<Vector256<T>, T>(ref buffer), count);
        return new(buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes256<T> x, ref T target, int count)
    {
        Vector256<T> buffer = x.Value;
        PartOfLanes.Copy(in Unsafe.As<Vector256<T>, T>(ref buffer), ref target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane(Lanes256<T> x, int index) => x.Value.GetElement(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Lanes256<T> x) =>
        Lanes128<T>.SumOfLanes(new(x.Value.GetLower() + x.Value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfLanes(Lanes256<T> x) =>
        Lanes128<T>.MaxOfLanes(Lanes128<T>.Max(new(x.Value.GetLower()), new(x.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfLanes(Lanes256<T> x) =>
        Lanes128<T>.MinOfLanes(Lanes128<T>.Min(new(x.Value.GetLower()), new(x.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> x) => new(Vector256.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sign(Lanes256<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> x) => typeof(T) == typeof(float)
        ? new(Vector256.Floor(x.Value.AsSingle()).As<float, T>())
        : new(Vector256.Floor(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> x) => typeof(T) == typeof(float)
        ? new(Vector256.Round(x.Value.AsSingle()).As<float, T>())
        : new(Vector256.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> x) => new(Vector256.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> x, Lanes256<T> y) => new(Vector256.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> x, Lanes256<T> y) => new(Vector256.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessOrEqual(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> then, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(mask.Value, then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfLess(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfLessOrEqual(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfEqual(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> And(Lanes256<T> left, Lanes256<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Or(Lanes256<T> left, Lanes256<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Xor(Lanes256<T> left, Lanes256<T> right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Not(Lanes256<T> mask) => new(~mask.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes256<T> x, double limit) => Vector256.GreaterThanAny(x.Value, Of(limit).Value);
}
