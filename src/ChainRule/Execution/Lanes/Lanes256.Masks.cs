using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

internal partial struct Lanes256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> a, Lanes256<T> b)
    {
        a.Value = Vector256.LessThan(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessOrEqual(Lanes256<T> a, Lanes256<T> b)
    {
        a.Value = Vector256.LessThanOrEqual(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b)
    {
        a.Value = Vector256.Equals(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> then, Lanes256<T> otherwise)
    {
        then.Value = Vector256.ConditionalSelect(mask.Value, then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfLess(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise)
    {
        then.Value = Vector256.ConditionalSelect(
            Vector256.LessThan(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfLessOrEqual(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise)
    {
        then.Value = Vector256.ConditionalSelect(
            Vector256.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfEqual(Lanes256<T> a, Lanes256<T> b, Lanes256<T> then, Lanes256<T> otherwise)
    {
        then.Value = Vector256.ConditionalSelect(
            Vector256.Equals(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> And(Lanes256<T> left, Lanes256<T> right)
    {
        left.Value &= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Or(Lanes256<T> left, Lanes256<T> right)
    {
        left.Value |= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Xor(Lanes256<T> left, Lanes256<T> right)
    {
        left.Value ^= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Not(Lanes256<T> mask)
    {
        mask.Value = ~mask.Value;
        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes256<T> x, double limit) => Vector256.GreaterThanAny(x.Value, Of(limit).Value);
}
