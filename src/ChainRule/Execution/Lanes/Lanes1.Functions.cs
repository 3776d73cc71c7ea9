using System.Runtime.CompilerServices;
using ChainRule.Kernels;

namespace ChainRule.Execution;

internal partial struct Lanes1<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Exp(Lanes1<T> x) => RealFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Expm1(Lanes1<T> x) => RealFunctions.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Log(Lanes1<T> x) => RealFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Log1p(Lanes1<T> x) => RealFunctions.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sin(Lanes1<T> x)
    {
        Lanes1<T> y = RealFunctions.Sin(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Sin, Lanes1<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Cos(Lanes1<T> x)
    {
        Lanes1<T> y = RealFunctions.Cos(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Cos, Lanes1<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Tan(Lanes1<T> x)
    {
        Lanes1<T> y = RealFunctions.Tan(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Tan, Lanes1<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Asin(Lanes1<T> x) => RealFunctions.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Acos(Lanes1<T> x) => RealFunctions.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Atan(Lanes1<T> x) => RealFunctions.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sinh(Lanes1<T> x) => RealFunctions.Sinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Cosh(Lanes1<T> x) => RealFunctions.Cosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Tanh(Lanes1<T> x) => RealFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Erf(Lanes1<T> x) => RealFunctions.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Erfc(Lanes1<T> x) => RealFunctions.Erfc(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Atan2(Lanes1<T> y, Lanes1<T> x) => RealFunctions.Atan2(y, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1<T> Sigmoid(Lanes1<T> x) => Of(1) / (Of(1) + Exp(-x));

    public static Lanes1<T> Pow(Lanes1<T> x, Lanes1<T> y) => LaneByLane.Apply<Pow, Lanes1<T>, T>(x, y);
}
