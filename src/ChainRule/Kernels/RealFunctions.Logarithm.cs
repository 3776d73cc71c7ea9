using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x) where T : struct, IMachine<T>
    {
        // Subnormal numbers are made normal by 2⁶⁴, which the exponent gives back.
        T smallest = T.Of(SmallestNormal(T.IsDouble));
        T normal = T.IfLess(x, smallest, x * T.Of(18446744073709551616.0), x);
        T n = T.Exponent(normal);
        n = T.IfLess(x, smallest, n - T.Of(64), n);
        T m = T.Mantissa(normal);
        n = T.IfLess(T.Of(Sqrt2), m, n + T.Of(1), n);
        m = T.IfLess(T.Of(Sqrt2), m, m * T.Of(0.5), m);
        T y = ReducedLog(m - T.Of(1), n);
        // ∞ and NaN are their own logarithms.
        y = T.IfLess(x, T.Of(double.PositiveInfinity), y, x);
        T pole = T.IfEqual(x, T.Of(0), T.Of(double.NegativeInfinity), T.Of(double.NaN));
        return T.IfLessOrEqual(x, T.Of(0), pole, y);
    }

    /// <summary>log(1 + x) without cancellation; −∞ at −1, NaN below, and −0 stays −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1p<T>(T x) where T : struct, IMachine<T>
    {
        // 1 + x = u + rounded exactly (Knuth's two-sum)
        T u = T.Of(1) + x;
        T part = u - T.Of(1);
        T rounded = (x - part) + (T.Of(1) - (u - part));
        T n = T.Exponent(u);
        T m = T.Mantissa(u);
        n = T.IfLess(T.Of(Sqrt2), m, n + T.Of(1), n);
        m = T.IfLess(T.Of(Sqrt2), m, m * T.Of(0.5), m);
        // Where n = 0, f is x again.
        T f = (m - T.Of(1)) + T.Scale(rounded, -n);
        T y = T.CopySign(ReducedLog(f, n), x);
        y = T.IfLess(x, T.Of(double.PositiveInfinity), y, x);
        T pole = T.IfEqual(x, T.Of(-1), T.Of(double.NegativeInfinity), T.Of(double.NaN));
        return T.IfLessOrEqual(x, T.Of(-1), pole, y);
    }

    private const double Sqrt2 = 1.4142135623730951;

    // log(2ⁿ(1 + f)) for 1/√2 ≤ 1 + f ≤ √2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedLog<T>(T f, T n) where T : struct, IMachine<T>
    {
        T rest = T.MultiplyAdd(LogQuotient(f), f * f, n * T.Of(Ln2Low(T.IsDouble)));
        return T.MultiplyAdd(n, T.Of(Ln2High(T.IsDouble)), f + rest);
    }

    // (log(1 + f) − f)/f²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogQuotient<T>(T f) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(-0.024232698442749816);
            y = T.MultiplyAdd(y, f, T.Of(0.05699247463415627));
            y = T.MultiplyAdd(y, f, T.Of(-0.06284942791045273));
            y = T.MultiplyAdd(y, f, T.Of(0.054193323538333935));
            y = T.MultiplyAdd(y, f, T.Of(-0.05323869658309732));
            y = T.MultiplyAdd(y, f, T.Of(0.058161943874097476));
            y = T.MultiplyAdd(y, f, T.Of(-0.06270116403013276));
            y = T.MultiplyAdd(y, f, T.Of(0.06675430884476471));
            y = T.MultiplyAdd(y, f, T.Of(-0.07141991924110758));
            y = T.MultiplyAdd(y, f, T.Of(0.07691687607064228));
            y = T.MultiplyAdd(y, f, T.Of(-0.08333344594849737));
            y = T.MultiplyAdd(y, f, T.Of(0.09090935006134344));
            y = T.MultiplyAdd(y, f, T.Of(-0.1000000050089659));
            y = T.MultiplyAdd(y, f, T.Of(0.1111111046592708));
            y = T.MultiplyAdd(y, f, T.Of(-0.12499999977322407));
            y = T.MultiplyAdd(y, f, T.Of(0.14285714294806343));
            y = T.MultiplyAdd(y, f, T.Of(-0.16666666667006969));
            y = T.MultiplyAdd(y, f, T.Of(0.19999999999936563));
            y = T.MultiplyAdd(y, f, T.Of(-0.24999999999998077));
            y = T.MultiplyAdd(y, f, T.Of(0.33333333333333487));
            y = T.MultiplyAdd(y, f, T.Of(-0.5));
        }
        else
        {
            y = T.Of(-0.076218374);
            y = T.MultiplyAdd(y, f, T.Of(0.1290448));
            y = T.MultiplyAdd(y, f, T.Of(-0.13242985));
            y = T.MultiplyAdd(y, f, T.Of(0.14181818));
            y = T.MultiplyAdd(y, f, T.Of(-0.16609082));
            y = T.MultiplyAdd(y, f, T.Of(0.20001975));
            y = T.MultiplyAdd(y, f, T.Of(-0.25001583));
            y = T.MultiplyAdd(y, f, T.Of(0.33333325));
            y = T.MultiplyAdd(y, f, T.Of(-0.49999988));
        }

        return y;
    }
}
