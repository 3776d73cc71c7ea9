using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A register of 128 bits of numbers: running an op's body on it computes as many elements at once.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal partial struct Lanes128<T> : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The register.</summary>
    // Not readonly, and assigned without a constructor: so a member takes one local variable when it is inlined, where
    // a constructor takes several, and the JIT stops inlining in a method that has 512.
    public Vector128<T> Value;

    /// <summary>Wraps a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes128(Vector128<T> value) => Value = value;

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
    public static Lanes128<T> Of(double constant)
    {
        Lanes128<T> result;
        if (typeof(T) == typeof(float))
            result.Value = Vector128.Create((float)constant).As<float, T>();
        else
            result.Value = Vector128.Create(constant).As<double, T>();
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value)
    {
        Lanes128<T> result;
        result.Value = Vector128.Create(value);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source)
    {
        Lanes128<T> result;
        result.Value = Unsafe.ReadUnaligned<Vector128<T>>(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in source)));
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> x, ref T target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadFirst(ref readonly T source, int count)
    {
        Lanes128<T> buffer = default;
        PartOfLanes.Copy(in source, ref Unsafe.As<Lanes128<T>, T>(ref buffer), count);
        return buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes128<T> x, ref T target, int count)
    {
        Lanes128<T> buffer = x;
        PartOfLanes.Copy(in Unsafe.As<Lanes128<T>, T>(ref buffer), ref target, count);
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
    private static Lanes128<T> Rotated(Lanes128<T> x)
    {
        x.Value = Vector128.Shuffle(x.Value.AsSingle(), Vector128.Create(2, 3, 0, 1)).As<float, T>();
        return x;
    }
}
