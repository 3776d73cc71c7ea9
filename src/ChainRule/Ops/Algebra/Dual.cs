namespace ChainRule.Ops;

/// <summary>
/// A number and its tangent, v + v̇ε with ε² = 0: running an op's primal on it differentiates forwards
/// (Griewank &amp; Walther 2008, §3.1).
/// </summary>
/// <param name="Primal">v.</param>
/// <param name="Tangent">v̇, the derivative of v along the direction that the arguments' tangents tell.</param>
/// <typeparam name="T">The algebra below; a dual again for second derivatives.</typeparam>
public readonly record struct Dual<T>(T Primal, T Tangent) : IReal<Dual<T>> where T : struct, IReal<T>
{
    /// <inheritdoc/>
    public static Dual<T> Of(double constant) => new(T.Of(constant), T.Of(0));

    /// <inheritdoc/>
    public static Dual<T> operator +(Dual<T> left, Dual<T> right) => Lift<Add>(left, right);

    /// <inheritdoc/>
    public static Dual<T> operator -(Dual<T> left, Dual<T> right) => Lift<Sub>(left, right);

    /// <inheritdoc/>
    public static Dual<T> operator *(Dual<T> left, Dual<T> right) => Lift<Mul>(left, right);

    /// <inheritdoc/>
    public static Dual<T> operator /(Dual<T> left, Dual<T> right) => Lift<Div>(left, right);

    /// <inheritdoc/>
    public static Dual<T> operator -(Dual<T> value) => Lift<Neg>(value);

    /// <inheritdoc/>
    public static Dual<T> Abs(Dual<T> x) => Lift<Abs>(x);

    /// <inheritdoc/>
    public static Dual<T> Sign(Dual<T> x) => Lift<Sign>(x);

    /// <inheritdoc/>
    public static Dual<T> Floor(Dual<T> x) => Lift<Floor>(x);

    /// <inheritdoc/>
    public static Dual<T> Round(Dual<T> x) => Lift<Round>(x);

    /// <inheritdoc/>
    public static Dual<T> Sqrt(Dual<T> x) => Lift<Sqrt>(x);

    /// <inheritdoc/>
    public static Dual<T> Exp(Dual<T> x) => Lift<Exp>(x);

    /// <inheritdoc/>
    public static Dual<T> Expm1(Dual<T> x) => Lift<Expm1>(x);

    /// <inheritdoc/>
    public static Dual<T> Log(Dual<T> x) => Lift<Log>(x);

    /// <inheritdoc/>
    public static Dual<T> Log1p(Dual<T> x) => Lift<Log1p>(x);

    /// <inheritdoc/>
    public static Dual<T> Sin(Dual<T> x) => Lift<Sin>(x);

    /// <inheritdoc/>
    public static Dual<T> Cos(Dual<T> x) => Lift<Cos>(x);

    /// <inheritdoc/>
    public static Dual<T> Tan(Dual<T> x) => Lift<Tan>(x);

    /// <inheritdoc/>
    public static Dual<T> Asin(Dual<T> x) => Lift<Asin>(x);

    /// <inheritdoc/>
    public static Dual<T> Acos(Dual<T> x) => Lift<Acos>(x);

    /// <inheritdoc/>
    public static Dual<T> Atan(Dual<T> x) => Lift<Atan>(x);

    /// <inheritdoc/>
    public static Dual<T> Atan2(Dual<T> y, Dual<T> x) => Lift<Atan2>(y, x);

    /// <inheritdoc/>
    public static Dual<T> Sinh(Dual<T> x) => Lift<Sinh>(x);

    /// <inheritdoc/>
    public static Dual<T> Cosh(Dual<T> x) => Lift<Cosh>(x);

    /// <inheritdoc/>
    public static Dual<T> Tanh(Dual<T> x) => Lift<Tanh>(x);

    /// <inheritdoc/>
    public static Dual<T> Sigmoid(Dual<T> x) => Lift<Sigmoid>(x);

    /// <inheritdoc/>
    public static Dual<T> Erf(Dual<T> x) => Lift<Erf>(x);

    /// <inheritdoc/>
    public static Dual<T> Erfc(Dual<T> x) => Lift<Erfc>(x);

    /// <inheritdoc/>
    public static Dual<T> Pow(Dual<T> x, Dual<T> y) => Lift<Pow>(x, y);

    /// <inheritdoc/>
    public static Dual<T> Min(Dual<T> x, Dual<T> y) => Lift<Min>(x, y);

    /// <inheritdoc/>
    public static Dual<T> Max(Dual<T> x, Dual<T> y) => Lift<Max>(x, y);

    // A selection is decided by the primals and picks primal and tangent together.

    /// <inheritdoc/>
    public static Dual<T> IfLess(Dual<T> a, Dual<T> b, Dual<T> then, Dual<T> otherwise) => new(
        T.IfLess(a.Primal, b.Primal, then.Primal, otherwise.Primal),
        T.IfLess(a.Primal, b.Primal, then.Tangent, otherwise.Tangent));

    /// <inheritdoc/>
    public static Dual<T> IfLessOrEqual(Dual<T> a, Dual<T> b, Dual<T> then, Dual<T> otherwise) => new(
        T.IfLessOrEqual(a.Primal, b.Primal, then.Primal, otherwise.Primal),
        T.IfLessOrEqual(a.Primal, b.Primal, then.Tangent, otherwise.Tangent));

    /// <inheritdoc/>
    public static Dual<T> IfEqual(Dual<T> a, Dual<T> b, Dual<T> then, Dual<T> otherwise) => new(
        T.IfEqual(a.Primal, b.Primal, then.Primal, otherwise.Primal),
        T.IfEqual(a.Primal, b.Primal, then.Tangent, otherwise.Tangent));

    private static Dual<T> Lift<TOp>(Dual<T> x) where TOp : struct, IUnaryOp
    {
        T y = TOp.Primal(x.Primal);
        return new(y, x.Tangent * TOp.Derivative(x.Primal, y));
    }

    private static Dual<T> Lift<TOp>(Dual<T> x, Dual<T> y) where TOp : struct, IBinaryOp
    {
        T z = TOp.Primal(x.Primal, y.Primal);
        return new(
            z,
            (x.Tangent * TOp.DerivativeX(x.Primal, y.Primal, z))
            + (y.Tangent * TOp.DerivativeY(x.Primal, y.Primal, z)));
    }
}
