namespace ChainRule.Kernels;

/// <summary>
/// exp, log and the other functions as a few dozen operations of <see cref="IMachine{T}"/> each, without branches: so a
/// register computes all its lanes at once, to the same bits as a single number does. NaN gives NaN. The measured
/// errors are in docs/functions.md; the constants come from scripts/reference/real_functions.py.
/// </summary>
/// <remarks>
/// Where a fused multiply-add is missing, products are rounded. Arguments are therefore reduced by constants in parts
/// whose products with the multiplier are exact (Cody &amp; Waite, Software Manual for the Elementary Functions, 1980).
/// </remarks>
internal static partial class RealFunctions
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts; the product of the first and any exponent is exact.
    private static double Ln2High(bool isDouble) => isDouble ? 0.6931471805598903 : 0.693145751953125;

    private static double Ln2Low(bool isDouble) => isDouble ? 5.497923018708371e-14 : 1.428606765330187e-06;

    private static double SmallestNormal(bool isDouble) => isDouble ? 2.2250738585072014e-308 : 1.1754943508222875e-38;

    // Below this size x is the nearest number to sinh x, expm1 x and others that are x + O(x²).
    private static double Negligible(bool isDouble) => isDouble ? 1.0 / (1L << 54) : 1.0 / (1 << 25);
}
