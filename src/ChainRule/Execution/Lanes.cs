using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// A SIMD vector of floats: running an op's body on it computes many elements, each to the bits
/// that <see cref="Real{T}"/> gives.
/// </summary>
/// <param name="Value">The vector, as wide as the machine's.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly record struct Lanes<T>(Vector<T> Value) : IReal<Lanes<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Lanes<T> Of(double constant) => new(new Vector<T>(T.CreateTruncating(constant)));

    public static Lanes<T> operator +(Lanes<T> left, Lanes<T> right) => new(left.Value + right.Value);

    public static Lanes<T> operator -(Lanes<T> left, Lanes<T> right) => new(left.Value - right.Value);

    public static Lanes<T> operator *(Lanes<T> left, Lanes<T> right) => new(left.Value * right.Value);

    public static Lanes<T> operator /(Lanes<T> left, Lanes<T> right) => new(left.Value / right.Value);

    public static Lanes<T> operator -(Lanes<T> value) => new(-value.Value);

    public static Lanes<T> Abs(Lanes<T> x) => new(Vector.Abs(x.Value));

    public static Lanes<T> Sign(Lanes<T> x) => IfLess(Of(0), x, Of(1), IfLess(x, Of(0), Of(-1), x));

    public static Lanes<T> Floor(Lanes<T> x) => typeof(T) == typeof(float)
        ? new(Vector.Floor(x.Value.As<T, float>()).As<float, T>())
        : new(Vector.Floor(x.Value.As<T, double>()).As<double, T>());

    public static Lanes<T> Round(Lanes<T> x) => typeof(T) == typeof(float)
        ? new(Vector.Round(x.Value.As<T, float>()).As<float, T>())
        : new(Vector.Round(x.Value.As<T, double>()).As<double, T>());

    public static Lanes<T> Sqrt(Lanes<T> x) => new(Vector.SquareRoot(x.Value));

    // The transcendental functions go lane by lane, so that vectors and remainders agree to the bit.

    public static Lanes<T> Exp(Lanes<T> x) => Each<Exp>(x);

    public static Lanes<T> Expm1(Lanes<T> x) => Each<Expm1>(x);

    public static Lanes<T> Log(Lanes<T> x) => Each<Log>(x);

    public static Lanes<T> Log1p(Lanes<T> x) => Each<Log1p>(x);

    public static Lanes<T> Sin(Lanes<T> x) => Each<Sin>(x);

    public static Lanes<T> Cos(Lanes<T> x) => Each<Cos>(x);

    public static Lanes<T> Tan(Lanes<T> x) => Each<Tan>(x);

    public static Lanes<T> Asin(Lanes<T> x) => Each<Asin>(x);

    public static Lanes<T> Acos(Lanes<T> x) => Each<Acos>(x);

    public static Lanes<T> Atan(Lanes<T> x) => Each<Atan>(x);

    public static Lanes<T> Atan2(Lanes<T> y, Lanes<T> x) => Each<Atan2>(y, x);

    public static Lanes<T> Sinh(Lanes<T> x) => Each<Sinh>(x);

    public static Lanes<T> Cosh(Lanes<T> x) => Each<Cosh>(x);

    public static Lanes<T> Tanh(Lanes<T> x) => Each<Tanh>(x);

    public static Lanes<T> Erf(Lanes<T> x) => Each<Erf>(x);

    public static Lanes<T> Erfc(Lanes<T> x) => Each<Erfc>(x);

    public static Lanes<T> Pow(Lanes<T> x, Lanes<T> y) => Each<Pow>(x, y);

    public static Lanes<T> Min(Lanes<T> x, Lanes<T> y) => new(Vector.Min(x.Value, y.Value));

    public static Lanes<T> Max(Lanes<T> x, Lanes<T> y) => new(Vector.Max(x.Value, y.Value));

    public static Lanes<T> IfLess(Lanes<T> a, Lanes<T> b, Lanes<T> then, Lanes<T> otherwise) =>
        new(Vector.ConditionalSelect(Vector.LessThan(a.Value, b.Value), then.Value, otherwise.Value));

    public static Lanes<T> IfLessOrEqual(Lanes<T> a, Lanes<T> b, Lanes<T> then, Lanes<T> otherwise) =>
        new(Vector.ConditionalSelect(Vector.LessThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value));

    public static Lanes<T> IfEqual(Lanes<T> a, Lanes<T> b, Lanes<T> then, Lanes<T> otherwise) =>
        new(Vector.ConditionalSelect(Vector.Equals(a.Value, b.Value), then.Value, otherwise.Value));

    private static Lanes<T> Each<TOp>(Lanes<T> x) where TOp : struct, IUnaryOp
    {
        Unsafe.SkipInit(out Vector<T> result);
        for (int i = 0; i < Vector<T>.Count; i++)
            result = result.WithElement(i, TOp.Primal(new Real<T>(x.Value[i])).Value);
        return new(result);
    }

    private static Lanes<T> Each<TOp>(Lanes<T> x, Lanes<T> y) where TOp : struct, IBinaryOp
    {
        Unsafe.SkipInit(out Vector<T> result);
        for (int i = 0; i < Vector<T>.Count; i++)
            result = result.WithElement(i, TOp.Primal(new Real<T>(x.Value[i]), new Real<T>(y.Value[i])).Value);
        return new(result);
    }
}
