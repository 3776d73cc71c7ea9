using System.Diagnostics;
using System.Numerics;

namespace ChainRule.Ops;

/// <summary>
/// An integer: what arithmetic ops run on for int32 and int64. Overflow wraps around, as in C# and NumPy.
/// </summary>
/// <param name="Value">The number.</param>
/// <typeparam name="TInteger">int or long.</typeparam>
/// <remarks>
/// Ops that leave the integers refuse them in their shape rule (<see cref="Domain"/>), so their
/// functions are not reached here.
/// </remarks>
public readonly record struct Whole<TInteger>(TInteger Value) : IReal<Whole<TInteger>>
    where TInteger : unmanaged, IBinaryInteger<TInteger>, ISignedNumber<TInteger>
{
    /// <inheritdoc/>
    public static Whole<TInteger> Of(double constant) => new(TInteger.CreateChecked(constant));

    /// <inheritdoc/>
    public static Whole<TInteger> operator +(Whole<TInteger> left, Whole<TInteger> right) =>
        new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Whole<TInteger> operator -(Whole<TInteger> left, Whole<TInteger> right) =>
        new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Whole<TInteger> operator *(Whole<TInteger> left, Whole<TInteger> right) =>
        new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Whole<TInteger> operator /(Whole<TInteger> left, Whole<TInteger> right) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> operator -(Whole<TInteger> value) => new(-value.Value);

    // TInteger.Abs would throw at the smallest number, which has no positive counterpart; NumPy wraps there.

    /// <inheritdoc/>
    public static Whole<TInteger> Abs(Whole<TInteger> x) => TInteger.IsNegative(x.Value) ? -x : x;

    /// <inheritdoc/>
    public static Whole<TInteger> Sign(Whole<TInteger> x) => new(TInteger.CreateTruncating(TInteger.Sign(x.Value)));

    /// <inheritdoc/>
    public static Whole<TInteger> Floor(Whole<TInteger> x) => x;

    /// <inheritdoc/>
    public static Whole<TInteger> Round(Whole<TInteger> x) => x;

    /// <inheritdoc/>
    public static Whole<TInteger> Sqrt(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Exp(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Expm1(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Log(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Log1p(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Sin(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Cos(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Tan(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Asin(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Acos(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Atan(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Atan2(Whole<TInteger> y, Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Sinh(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Cosh(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Tanh(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Erf(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Erfc(Whole<TInteger> x) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Pow(Whole<TInteger> x, Whole<TInteger> y) => throw NotAnInteger();

    /// <inheritdoc/>
    public static Whole<TInteger> Min(Whole<TInteger> x, Whole<TInteger> y) => x.Value < y.Value ? x : y;

    /// <inheritdoc/>
    public static Whole<TInteger> Max(Whole<TInteger> x, Whole<TInteger> y) => x.Value > y.Value ? x : y;

    /// <inheritdoc/>
    public static Whole<TInteger> IfLess(
        Whole<TInteger> a, Whole<TInteger> b, Whole<TInteger> then, Whole<TInteger> otherwise) =>
        a.Value < b.Value ? then : otherwise;

    /// <inheritdoc/>
    public static Whole<TInteger> IfLessOrEqual(
        Whole<TInteger> a, Whole<TInteger> b, Whole<TInteger> then, Whole<TInteger> otherwise) =>
        a.Value <= b.Value ? then : otherwise;

    /// <inheritdoc/>
    public static Whole<TInteger> IfEqual(
        Whole<TInteger> a, Whole<TInteger> b, Whole<TInteger> then, Whole<TInteger> otherwise) =>
        a.Value == b.Value ? then : otherwise;

    private static UnreachableException NotAnInteger() => new("The result would not be an integer.");
}
