using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// Functions that .NET lacks or computes without relative accuracy near zero. In double precision the results are
/// within 2 ulp of the exact values (<see cref="Erfc(double)"/>: 4) wherever <see cref="Math.Exp"/> and
/// <see cref="Math.Log(double)"/> are within 1. NaN gives NaN.
/// </summary>
internal static partial class SpecialFunctions
{
    // Below this size, x is the nearest double to expm1(x) and log1p(x).
    private const double Negligible = 1.0 / (1L << 54);

    // ln 2 in two parts. The first has 33 bits, so that its product with any exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // (exp(r) − 1 − r)/r²: the Taylor series, whose next term is below 2⁻⁶⁰ of r for |r| ≤ ln(2)/2.
    private static ReadOnlySpan<double> Expm1Coefficients =>
    [
        1.0 / 2,
        1.0 / 6,
        1.0 / 24,
        1.0 / 120,
        1.0 / 720,
        1.0 / 5040,
        1.0 / 40320,
        1.0 / 362880,
        1.0 / 3628800,
        1.0 / 39916800,
        1.0 / 479001600,
        1.0 / 6227020800,
        1.0 / 87178291200,
    ];

    /// <summary>exp(x) − 1 without cancellation; −1 at −∞, ∞ at ∞, and −0 stays −0.</summary>
    public static double Expm1(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < Negligible)
            return x;
        if (x > 710)
            return double.PositiveInfinity;
        if (x < -38)
            return -1;
        // x = k·ln 2 + r + low with |r| ≤ ln(2)/2; then expm1(x) = 2ᵏ·(expm1(r + low) + 1 − 2⁻ᵏ).
        double k = Math.Round(x * (1 / 0.693147180559945309));
        double high = x - k * Ln2High;
        double low = k * Ln2Low;
        double r = high - low;
        low = high - r - low;
        double rest = r * r * Polynomial(Expm1Coefficients, r) + low;
        if (k == 0)
            return r + rest;
        double constant = 1 - PowerOfTwo(-(int)k);
        double sum = constant + r;
        // What the sum has rounded away (Knuth's two-sum: either term may be the larger).
        double part = sum - constant;
        rest += constant - (sum - part) + (r - part);
        // 2¹⁰²⁴ is not a double.
        return 2 * ((sum + rest) * PowerOfTwo((int)k - 1));
    }

    /// <summary>exp(x) − 1, computed in double precision and rounded.</summary>
    public static float Expm1(float x) => (float)Expm1((double)x);

    /// <summary>ln(1 + x) without cancellation; −∞ at −1, NaN below, ∞ at ∞, and −0 stays −0.</summary>
    public static double Log1p(double x)
    {
        if (Math.Abs(x) < Negligible)
            return x;
        double u = 1 + x;
        if (!(u > 0) || double.IsInfinity(u))
            return Math.Log(u);
        // ln(1 + x) = ln(u + rounded) = ln u + rounded/u, up to a square of the unit roundoff.
        double rounded = x < 1 ? x - (u - 1) : 1 - (u - x);
        return Math.Log(u) + rounded / u;
    }

    /// <summary>ln(1 + x), computed in double precision and rounded.</summary>
    public static float Log1p(float x) => (float)Log1p((double)x);

    // Horner's rule, lowest coefficient first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = coefficients[^1];
        for (int i = coefficients.Length - 2; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }

    // 2ⁿ for the exponents of normal and the first subnormal numbers: −1023 ≤ n ≤ 1023.
    private static double PowerOfTwo(int n) => n < -1022
        ? double.ScaleB(1, n)
        : BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
}
