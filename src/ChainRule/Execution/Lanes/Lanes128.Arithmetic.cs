using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

internal partial struct Lanes128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value += right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value -= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value *= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right)
    {
        left.Value /= right.Value;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value)
    {
        value.Value = -value.Value;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> x)
    {
        x.Value = Vector128.Abs(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sign(Lanes128<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float))
            x.Value = Vector128.Floor(x.Value.AsSingle()).As<float, T>();
        else
            x.Value = Vector128.Floor(x.Value.AsDouble()).As<double, T>();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float))
            x.Value = Vector128.Round(x.Value.AsSingle()).As<float, T>();
        else
            x.Value = Vector128.Round(x.Value.AsDouble()).As<double, T>();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> x)
    {
        x.Value = Vector128.Sqrt(x.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> x, Lanes128<T> y)
    {
        x.Value = Vector128.Min(x.Value, y.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> x, Lanes128<T> y)
    {
        x.Value = Vector128.Max(x.Value, y.Value);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> z)
    {
        if (typeof(T) == typeof(float))
        {
            x.Value = Vector128.MultiplyAddEstimate(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle())
                .As<float, T>();
        }
        else
        {
            x.Value = Vector128.MultiplyAddEstimate(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble())
                .As<double, T>();
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> CopySign(Lanes128<T> x, Lanes128<T> sign)
    {
        x.Value = Vector128.CopySign(x.Value, sign.Value);
        return x;
    }
}
