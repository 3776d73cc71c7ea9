using System.Numerics;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>A floating-point number: running an op's body on it computes one element.</summary>
/// <param name="Value">The number.</param>
/// <typeparam name="TFloat">float or double.</typeparam>
public readonly record struct Real<TFloat>(TFloat Value) : IReal<Real<TFloat>>
    where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
{
    /// <inheritdoc/>
    public static Real<TFloat> Of(double constant) => new(TFloat.CreateTruncating(constant));

    /// <inheritdoc/>
    public static Real<TFloat> operator +(Real<TFloat> left, Real<TFloat> right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Real<TFloat> operator -(Real<TFloat> left, Real<TFloat> right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Real<TFloat> operator *(Real<TFloat> left, Real<TFloat> right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Real<TFloat> operator /(Real<TFloat> left, Real<TFloat> right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static Real<TFloat> operator -(Real<TFloat> value) => new(-value.Value);

    /// <inheritdoc/>
    public static Real<TFloat> Abs(Real<TFloat> x) => new(TFloat.Abs(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Sign(Real<TFloat> x) =>
        x.Value > TFloat.Zero ? new(TFloat.One) : x.Value < TFloat.Zero ? new(TFloat.NegativeOne) : x;

    /// <inheritdoc/>
    public static Real<TFloat> Floor(Real<TFloat> x) => new(TFloat.Floor(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Round(Real<TFloat> x) => new(TFloat.Round(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Sqrt(Real<TFloat> x) => new(TFloat.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Exp(Real<TFloat> x) => new(TFloat.Exp(x.Value));

    // .NET's own ExpM1 and LogP1 are exp(x) − 1 and log(1 + x), which have no accurate digits near 0.

    /// <inheritdoc/>
    public static Real<TFloat> Expm1(Real<TFloat> x) =>
        new(TFloat.CreateTruncating(SpecialFunctions.Expm1(double.CreateTruncating(x.Value))));

    /// <inheritdoc/>
    public static Real<TFloat> Log(Real<TFloat> x) => new(TFloat.Log(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Log1p(Real<TFloat> x) =>
        new(TFloat.CreateTruncating(SpecialFunctions.Log1p(double.CreateTruncating(x.Value))));

    /// <inheritdoc/>
    public static Real<TFloat> Sin(Real<TFloat> x) => new(TFloat.Sin(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Cos(Real<TFloat> x) => new(TFloat.Cos(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Tan(Real<TFloat> x) => new(TFloat.Tan(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Asin(Real<TFloat> x) => new(TFloat.Asin(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Acos(Real<TFloat> x) => new(TFloat.Acos(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Atan(Real<TFloat> x) => new(TFloat.Atan(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Atan2(Real<TFloat> y, Real<TFloat> x) => new(TFloat.Atan2(y.Value, x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Sinh(Real<TFloat> x) => new(TFloat.Sinh(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Cosh(Real<TFloat> x) => new(TFloat.Cosh(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Tanh(Real<TFloat> x) => new(TFloat.Tanh(x.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Erf(Real<TFloat> x) =>
        new(TFloat.CreateTruncating(SpecialFunctions.Erf(double.CreateTruncating(x.Value))));

    /// <inheritdoc/>
    public static Real<TFloat> Erfc(Real<TFloat> x) =>
        new(TFloat.CreateTruncating(SpecialFunctions.Erfc(double.CreateTruncating(x.Value))));

    /// <inheritdoc/>
    public static Real<TFloat> Pow(Real<TFloat> x, Real<TFloat> y) => new(TFloat.Pow(x.Value, y.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Min(Real<TFloat> x, Real<TFloat> y) => new(TFloat.Min(x.Value, y.Value));

    /// <inheritdoc/>
    public static Real<TFloat> Max(Real<TFloat> x, Real<TFloat> y) => new(TFloat.Max(x.Value, y.Value));

    /// <inheritdoc/>
    public static Real<TFloat> IfLess(Real<TFloat> a, Real<TFloat> b, Real<TFloat> then, Real<TFloat> otherwise) =>
        a.Value < b.Value ? then : otherwise;

    /// <inheritdoc/>
    public static Real<TFloat> IfLessOrEqual(
        Real<TFloat> a, Real<TFloat> b, Real<TFloat> then, Real<TFloat> otherwise) =>
        a.Value <= b.Value ? then : otherwise;

    /// <inheritdoc/>
    public static Real<TFloat> IfEqual(Real<TFloat> a, Real<TFloat> b, Real<TFloat> then, Real<TFloat> otherwise) =>
        a.Value == b.Value ? then : otherwise;
}
