namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>How far two numbers are apart.</summary>
internal static class Distance
{
    /// <summary>Whether two numbers are the same, −0 and 0 apart; all NaNs are one.</summary>
    public static bool Same(double a, double b) =>
        double.IsNaN(a) ? double.IsNaN(b) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    /// <summary>
    /// The difference in units in the last place of the exact number: the numbers of the dtype between them,
    /// 0 for two NaNs or two zeros, ∞ where one is not finite and the other one is.
    /// </summary>
    public static double Ulps(double actual, double exact, DType dtype)
    {
        if (actual == exact || Same(actual, exact)) return 0;
        if (!double.IsFinite(actual) || !double.IsFinite(exact)) return double.PositiveInfinity;
        return dtype == DType.Float64
            ? (double)Int128.Abs((Int128)Ordinal(actual) - Ordinal(exact))
            : Math.Abs((double)Ordinal((float)actual) - Ordinal((float)exact));
    }

    /// <summary>The distance from 1 to the next number.</summary>
    public static double Epsilon(DType dtype) =>
        dtype == DType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1) - 1;

    // Floats are ordered like their bits, negative ones backwards.
    private static long Ordinal(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static int Ordinal(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        return bits >= 0 ? bits : int.MinValue - bits;
    }
}
