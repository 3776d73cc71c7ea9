using System.Runtime.CompilerServices;
using ChainRule.Kernels;

namespace ChainRule.Execution;

internal partial struct Lanes128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Exp(Lanes128<T> x) => RealFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Expm1(Lanes128<T> x) => RealFunctions.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Log(Lanes128<T> x) => RealFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Log1p(Lanes128<T> x) => RealFunctions.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sin(Lanes128<T> x)
    {
        Lanes128<T> y = RealFunctions.Sin(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Sin, Lanes128<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Cos(Lanes128<T> x)
    {
        Lanes128<T> y = RealFunctions.Cos(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Cos, Lanes128<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Tan(Lanes128<T> x)
    {
        Lanes128<T> y = RealFunctions.Tan(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Tan, Lanes128<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Asin(Lanes128<T> x) => RealFunctions.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Acos(Lanes128<T> x) => RealFunctions.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Atan(Lanes128<T> x) => RealFunctions.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sinh(Lanes128<T> x) => RealFunctions.Sinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Cosh(Lanes128<T> x) => RealFunctions.Cosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Tanh(Lanes128<T> x) => RealFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Erf(Lanes128<T> x) => RealFunctions.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Erfc(Lanes128<T> x) => RealFunctions.Erfc(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Atan2(Lanes128<T> y, Lanes128<T> x) => RealFunctions.Atan2(y, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sigmoid(Lanes128<T> x) => Of(1) / (Of(1) + Exp(-x));

    public static Lanes128<T> Pow(Lanes128<T> x, Lanes128<T> y) => LaneByLane.Apply<Pow, Lanes128<T>, T>(x, y);
}
