using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// A register of one lane. It computes the bits that every lane of the wider registers does, which
/// <see cref="Real{T}"/> does not.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal partial struct Lanes1<T> : ILanes<Lanes1<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number.</summary>
    public T Value;

    /// <summary>Wraps a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1(T value) => Value = value;

    public static int Count => 1;

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Of(double constant)
    {
        Lanes1<T> result;
        if (typeof(T) == typeof(float))
            result.Value = Unsafe.BitCast<float, T>((float)constant);
        else
            result.Value = Unsafe.BitCast<double, T>(constant);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Broadcast(T value)
    {
        Lanes1<T> result;
        result.Value = value;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Load(ref readonly T source)
    {
        Lanes1<T> result;
        result.Value = source;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1<T> x, ref T target) => target = x.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> LoadFirst(ref readonly T source, int count) => count > 0 ? Load(in source) : default;

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
}
