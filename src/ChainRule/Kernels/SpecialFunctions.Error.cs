namespace ChainRule.Kernels;

internal static partial class SpecialFunctions
{
    // erfc(28) is below half the smallest subnormal.
    private const double ErfcUnderflow = 28;

    // The pole of the variable in which the polynomial of erfc is written.
    private const double ErfcPole = 3.75;

    // erf(x)/x − 1 in x² for |x| ≤ 1; from scripts/reference/erf_coefficients.py.
    private static ReadOnlySpan<double> ErfCoefficients =>
    [
        0.1283791670955126,
        -0.3761263890318375,
        0.11283791670954882,
        -0.026866170645077334,
        0.005223977624823223,
        -0.0008548326981129666,
        0.00012055331122299266,
        -1.4925595519506043e-05,
        1.6461004480962034e-06,
        -1.6350354461959655e-07,
        1.4660051998394848e-08,
        -1.1373902296430911e-09,
        5.958930743134941e-11,
    ];

    // (1 + x)·exp(x²)·erfc(x) in (x − 3.75)/(x + 3.75) for ½ ≤ x ≤ 28; from the same script.
    private static ReadOnlySpan<double> ErfcCoefficients =>
    [
        0.691551176056433,
        -0.20683126504048657,
        0.1147967412010435,
        -0.040647578516907965,
        -0.003099809054818836,
        0.0187509972334105,
        -0.017275087307326475,
        0.010070828120007914,
        -0.0039718085892696256,
        0.0008650453794658578,
        7.062565770648968e-05,
        -0.00012112832954392307,
        2.761558629270748e-05,
        8.102850301272778e-06,
        -5.34506382422101e-06,
        -1.62640658993468e-07,
        7.782566857284124e-07,
        -5.700351448501942e-08,
        -1.0573576938800547e-07,
        9.748964399028424e-09,
        1.0788054289562744e-08,
    ];

    /// <summary>The error function 2/√π·∫₀ˣ exp(−t²)dt; ±1 at ±∞, and −0 stays −0.</summary>
    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (size <= 1)
            return x + x * Polynomial(ErfCoefficients, x * x);
        return double.IsNaN(x) ? x : Math.CopySign(1 - ErfcTail(size), x);
    }

    /// <summary>The error function, computed in double precision and rounded.</summary>
    public static float Erf(float x) => (float)Erf((double)x);

    /// <summary>1 − erf(x) without cancellation; 0 at ∞ and 2 at −∞.</summary>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (Math.Abs(x) < 0.5)
            return 1 - Erf(x);
        return x > 0 ? ErfcTail(x) : 2 - ErfcTail(-x);
    }

    /// <summary>1 − erf(x), computed in double precision and rounded.</summary>
    public static float Erfc(float x) => (float)Erfc((double)x);

    // erfc(x) for x ≥ ½.
    private static double ErfcTail(double x)
    {
        if (x > ErfcUnderflow)
            return 0;
        double scaled = Polynomial(ErfcCoefficients, (x - ErfcPole) / (x + ErfcPole)) / (1 + x);
        // exp magnifies the rounding of its argument by x², so x² is taken apart into a rounded and a remaining part.
        double square = x * x;
        double remainder = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-square) * (scaled - scaled * remainder);
    }
}
