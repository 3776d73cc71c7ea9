using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

internal partial struct Lanes128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> a, Lanes128<T> b)
    {
        a.Value = Vector128.LessThan(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessOrEqual(Lanes128<T> a, Lanes128<T> b)
    {
        a.Value = Vector128.LessThanOrEqual(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b)
    {
        a.Value = Vector128.Equals(a.Value, b.Value);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> then, Lanes128<T> otherwise)
    {
        then.Value = Vector128.ConditionalSelect(mask.Value, then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfLess(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise)
    {
        then.Value = Vector128.ConditionalSelect(
            Vector128.LessThan(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfLessOrEqual(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise)
    {
        then.Value = Vector128.ConditionalSelect(
            Vector128.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfEqual(Lanes128<T> a, Lanes128<T> b, Lanes128<T> then, Lanes128<T> otherwise)
    {
        then.Value = Vector128.ConditionalSelect(
            Vector128.Equals(a.Value, b.Value), then.Value, otherwise.Value);
        return then;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> And(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value &= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Or(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value |= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Xor(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value ^= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Not(Lanes128<T> mask)
    {
        mask.Value = ~mask.Value;
        return mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyGreater(Lanes128<T> x, double limit) => Vector128.GreaterThanAny(x.Value, Of(limit).Value);
}
