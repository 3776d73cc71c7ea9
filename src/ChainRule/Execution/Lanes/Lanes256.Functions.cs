using System.Runtime.CompilerServices;
using ChainRule.Kernels;

namespace ChainRule.Execution;

internal partial struct Lanes256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exp(Lanes256<T> x) => RealFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Expm1(Lanes256<T> x) => RealFunctions.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Log(Lanes256<T> x) => RealFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Log1p(Lanes256<T> x) => RealFunctions.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sin(Lanes256<T> x)
    {
        Lanes256<T> y = RealFunctions.Sin(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Sin, Lanes256<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Cos(Lanes256<T> x)
    {
        Lanes256<T> y = RealFunctions.Cos(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Cos, Lanes256<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Tan(Lanes256<T> x)
    {
        Lanes256<T> y = RealFunctions.Tan(x);
        return AnyGreater(Abs(x), RealFunctions.TrigonometricLimit(IsDouble))
            ? LaneByLane.ApplyBeyond<Tan, Lanes256<T>, T>(x, RealFunctions.TrigonometricLimit(IsDouble), y)
            : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Asin(Lanes256<T> x) => RealFunctions.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Acos(Lanes256<T> x) => RealFunctions.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Atan(Lanes256<T> x) => RealFunctions.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sinh(Lanes256<T> x) => RealFunctions.Sinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Cosh(Lanes256<T> x) => RealFunctions.Cosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Tanh(Lanes256<T> x) => RealFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Erf(Lanes256<T> x) => RealFunctions.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Erfc(Lanes256<T> x) => RealFunctions.Erfc(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Atan2(Lanes256<T> y, Lanes256<T> x) => RealFunctions.Atan2(y, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sigmoid(Lanes256<T> x) => Of(1) / (Of(1) + Exp(-x));

    public static Lanes256<T> Pow(Lanes256<T> x, Lanes256<T> y) => LaneByLane.Apply<Pow, Lanes256<T>, T>(x, y);
}
