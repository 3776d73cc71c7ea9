using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

internal partial struct Lanes1<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator +(Lanes1<T> left, Lanes1<T> right)
    {
        left.Value += right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator -(Lanes1<T> left, Lanes1<T> right)
    {
        left.Value -= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator *(Lanes1<T> left, Lanes1<T> right)
    {
        left.Value *= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator /(Lanes1<T> left, Lanes1<T> right)
    {
        left.Value /= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> operator -(Lanes1<T> value)
    {
        value.Value = -value.Value;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Abs(Lanes1<T> x)
    {
        x.Value = T.Abs(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sign(Lanes1<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Floor(Lanes1<T> x)
    {
        x.Value = T.Floor(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Round(Lanes1<T> x)
    {
        x.Value = T.Round(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sqrt(Lanes1<T> x)
    {
        x.Value = T.Sqrt(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Min(Lanes1<T> x, Lanes1<T> y)
    {
        x.Value = T.Min(x.Value, y.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Max(Lanes1<T> x, Lanes1<T> y)
    {
        x.Value = T.Max(x.Value, y.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> MultiplyAdd(Lanes1<T> x, Lanes1<T> y, Lanes1<T> z)
    {
        x.Value = T.MultiplyAddEstimate(x.Value, y.Value, z.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> CopySign(Lanes1<T> x, Lanes1<T> sign)
    {
        x.Value = T.CopySign(x.Value, sign.Value);
        return x;
    }
}
