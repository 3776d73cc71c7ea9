using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

internal partial struct Lanes512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> a, Lanes512<T> b)
    {
        a.Value = Vector512.LessThan(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessOrEqual(Lanes512<T> a, Lanes512<T> b)
    {
        a.Value = Vector512.LessThanOrEqual(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b)
    {
        a.Value = Vector512.Equals(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> then, Lanes512<T> otherwise)
    {
        then.Value = Vector512.ConditionalSelect(mask.Value, then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfLess(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise)
    {
        then.Value = Vector512.ConditionalSelect(
            Vector512.LessThan(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfLessOrEqual(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise)
    {
        then.Value = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfEqual(Lanes512<T> a, Lanes512<T> b, Lanes512<T> then, Lanes512<T> otherwise)
    {
        then.Value = Vector512.ConditionalSelect(
            Vector512.Equals(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> And(Lanes512<T> left, Lanes512<T> right)
    {
        left.Value &= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Or(Lanes512<T> left, Lanes512<T> right)
    {
        left.Value |= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Xor(Lanes512<T> left, Lanes512<T> right)
    {
        left.Value ^= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Not(Lanes512<T> mask)
    {
        mask.Value = ~mask.Value;
        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes512<T> x, double limit) => Vector512.GreaterThanAny(x.Value, Of(limit).Value);
}
