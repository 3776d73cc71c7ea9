using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>A register of 256 bits of numbers: running an op's body on it computes as many elements at once.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal partial struct Lanes256<T> : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The register.</summary>
    // Not readonly, and assigned without a constructor: so a member takes one local variable when it is inlined, where
    // a constructor takes several, and the JIT stops inlining in a method that has 512.
    public Vector256<T> Value;

    /// <summary>Wraps a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256(Vector256<T> value) => Value = value;

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
    public static Lanes256<T> Of(double constant)
    {
        Lanes256<T> result;
        if (typeof(T) == typeof(float))
            result.Value = Vector256.Create((float)constant).As<float, T>();
        else
            result.Value = Vector256.Create(constant).As<double, T>();
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value)
    {
        Lanes256<T> result;
        result.Value = Vector256.Create(value);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source)
    {
        Lanes256<T> result;
        result.Value = Unsafe.ReadUnaligned<Vector256<T>>(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in source)));
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> x, ref T target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadFirst(ref readonly T source, int count)
    {
        Lanes256<T> buffer = default;
        PartOfLanes.Copy(in source, ref Unsafe.As<Lanes256<T>, T>(ref buffer), count);
        return buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes256<T> x, ref T target, int count)
    {
        Lanes256<T> buffer = x;
        PartOfLanes.Copy(in Unsafe.As<Lanes256<T>, T>(ref buffer), ref target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane(Lanes256<T> x, int index) => x.Value.GetElement(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Lanes256<T> x)
    {
        Lanes128<T> lower, upper;
        lower.Value = x.Value.GetLower();
        upper.Value = x.Value.GetUpper();
        return Lanes128<T>.SumOfLanes(lower + upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxOfLanes(Lanes256<T> x)
    {
        Lanes128<T> lower, upper;
        lower.Value = x.Value.GetLower();
        upper.Value = x.Value.GetUpper();
        return Lanes128<T>.MaxOfLanes(Lanes128<T>.Max(lower, upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinOfLanes(Lanes256<T> x)
    {
        Lanes128<T> lower, upper;
        lower.Value = x.Value.GetLower();
        upper.Value = x.Value.GetUpper();
        return Lanes128<T>.MinOfLanes(Lanes128<T>.Min(lower, upper));
    }
}
