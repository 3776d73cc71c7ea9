using System.Runtime.CompilerServices;
using ChainRule.Kernels;

namespace ChainRule.Execution;

internal partial struct Lanes512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exp(Lanes512<T> x) => RealFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Expm1(Lanes512<T> x) => RealFunctions.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log(Lanes512<T> x) => RealFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log1p(Lanes512<T> x) => RealFunctions.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sin(Lanes512<T> x)
    {
        Lanes512<T> y = RealFunctions.Sin(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Sin, Lanes512<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Cos(Lanes512<T> x)
    {
        Lanes512<T> y = RealFunctions.Cos(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Cos, Lanes512<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Tan(Lanes512<T> x)
    {
        Lanes512<T> y = RealFunctions.Tan(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Tan, Lanes512<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Asin(Lanes512<T> x) => RealFunctions.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Acos(Lanes512<T> x) => RealFunctions.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Atan(Lanes512<T> x) => RealFunctions.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sinh(Lanes512<T> x) => RealFunctions.Sinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Cosh(Lanes512<T> x) => RealFunctions.Cosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Tanh(Lanes512<T> x) => RealFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Erf(Lanes512<T> x) => RealFunctions.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Erfc(Lanes512<T> x) => RealFunctions.Erfc(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Atan2(Lanes512<T> y, Lanes512<T> x) => RealFunctions.Atan2(y, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sigmoid(Lanes512<T> x) => Of(1) / (Of(1) + Exp(-x));

    public static Lanes512<T> Pow(Lanes512<T> x, Lanes512<T> y) => LaneByLane.Apply<Pow, Lanes512<T>, T>(x, y);
}
