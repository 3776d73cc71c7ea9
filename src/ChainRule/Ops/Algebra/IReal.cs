using System.Numerics;

namespace ChainRule.Ops;

/// <summary>
/// The algebra that elementwise ops are written in, once. The type argument decides what running the body means: a
/// number computes, a SIMD vector computes many, a dual number differentiates forwards, a graph value builds nodes.
/// </summary>
/// <typeparam name="T">The type that implements the algebra.</typeparam>
public interface IReal<T> : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>,
    IDivisionOperators<T, T, T>, IUnaryNegationOperators<T, T> where T : struct, IReal<T>
{
    /// <summary>The constant, rounded to the type.</summary>
    static abstract T Of(double constant);

    /// <summary>|x|.</summary>
    static abstract T Abs(T x);

    /// <summary>−1, 0 or 1 with the sign of x; x itself at ±0 and NaN.</summary>
    static abstract T Sign(T x);

    /// <summary>The largest integer not above x.</summary>
    static abstract T Floor(T x);

    /// <summary>The nearest integer, halves to the even one.</summary>
    static abstract T Round(T x);

    /// <summary>√x; NaN below 0.</summary>
    static abstract T Sqrt(T x);

    /// <summary>eˣ.</summary>
    static abstract T Exp(T x);

    /// <summary>eˣ − 1, accurate near 0.</summary>
    static abstract T Expm1(T x);

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    static abstract T Log(T x);

    /// <summary>log(1 + x), accurate near 0.</summary>
    static abstract T Log1p(T x);

    /// <summary>The sine of x in radians.</summary>
    static abstract T Sin(T x);

    /// <summary>The cosine of x in radians.</summary>
    static abstract T Cos(T x);

    /// <summary>The tangent of x in radians.</summary>
    static abstract T Tan(T x);

    /// <summary>The angle in [−π/2, π/2] whose sine is x.</summary>
    static abstract T Asin(T x);

    /// <summary>The angle in [0, π] whose cosine is x.</summary>
    static abstract T Acos(T x);

    /// <summary>The angle in [−π/2, π/2] whose tangent is x.</summary>
    static abstract T Atan(T x);

    /// <summary>The angle in [−π, π] of the point (x, y).</summary>
    static abstract T Atan2(T y, T x);

    /// <summary>The hyperbolic sine.</summary>
    static abstract T Sinh(T x);

    /// <summary>The hyperbolic cosine.</summary>
    static abstract T Cosh(T x);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract T Tanh(T x);

    /// <summary>
    /// σ(x) = 1/(1 + e⁻ˣ). As a function of its own its derivative is y(1 − y), right also where e⁻ˣ overflows.
    /// </summary>
    static virtual T Sigmoid(T x) => Functions.Sigmoid.Primal(x);

    /// <summary>The error function, 2/√π · ∫₀ˣ e^(−t²) dt.</summary>
    static abstract T Erf(T x);

    /// <summary>1 − erf x, accurate where erf x is nearly 1.</summary>
    static abstract T Erfc(T x);

    /// <summary>xʸ, by the rules of IEEE 754 pow.</summary>
    static abstract T Pow(T x, T y);

    /// <summary>The smaller one; NaN if one of them is; −0 is below 0.</summary>
    static abstract T Min(T x, T y);

    /// <summary>The larger one; NaN if one of them is; 0 is above −0.</summary>
    static abstract T Max(T x, T y);

    /// <summary><paramref name="then"/> where a &lt; b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfLess(T a, T b, T then, T otherwise);

    /// <summary><paramref name="then"/> where a ≤ b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfLessOrEqual(T a, T b, T then, T otherwise);

    /// <summary><paramref name="then"/> where a = b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfEqual(T a, T b, T then, T otherwise);
}
