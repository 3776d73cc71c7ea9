using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>
    /// The largest size of an argument for which <see cref="Sin"/>, <see cref="Cos"/> and <see cref="Tan"/> are right;
    /// beyond it a multiple of π would no longer be exact.
    /// </summary>
    public static double TrigonometricLimit(bool isDouble) => isDouble ? 3.2e6 : 3200;

    /// <summary>The sine, for |x| ≤ <see cref="TrigonometricLimit"/> only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sin<T>(T x) where T : struct, IMachine<T>
    {
        // sin(nπ + r) = (−1)ⁿ·sin r with |r| ≤ π/2
        T n = T.Round(x * T.Of(1 / Math.PI));
        T y = ReducedSin(PiRemainder(x, n));
        T half = n * T.Of(0.5);
        y = T.IfEqual(T.Floor(half), half, y, -y);
        return T.IfEqual(x, T.Of(0), x, y);
    }

    /// <summary>The cosine, for |x| ≤ <see cref="TrigonometricLimit"/> only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T>(T x) where T : struct, IMachine<T>
    {
        // cos((n + ½)π + r) = −(−1)ⁿ·sin r with |r| ≤ π/2
        T n = T.Floor(x * T.Of(1 / Math.PI));
        T y = ReducedSin(PiRemainder(x, n + T.Of(0.5)));
        T half = n * T.Of(0.5);
        return T.IfEqual(T.Floor(half), half, -y, y);
    }

    /// <summary>The tangent, for |x| ≤ <see cref="TrigonometricLimit"/> only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tan<T>(T x) where T : struct, IMachine<T>
    {
        // tan(nπ/2 + r) is tan r for an even n and −1/tan r for an odd one, with |r| ≤ π/4.
        T half = T.Round(x * T.Of(2 / Math.PI)) * T.Of(0.5);
        T r = PiRemainder(x, half);
        T z = r * r;
        T y = T.MultiplyAdd(TanQuotient(z) * z, r, r);
        T whole = T.Floor(half);
        y = T.IfEqual(whole, half, y, T.Of(-1)) / T.IfEqual(whole, half, T.Of(1), y);
        return T.IfEqual(x, T.Of(0), x, y);
    }

    // x − n·π for |x| ≤ TrigonometricLimit and a multiple n of ½. Products with the first three parts of π are exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PiRemainder<T>(T x, T n) where T : struct, IMachine<T>
    {
        T r = T.MultiplyAdd(n, T.Of(T.IsDouble ? -3.1415926534682512 : -3.1416015625), x);
        r = T.MultiplyAdd(n, T.Of(T.IsDouble ? -1.2154201012607932e-10 : 8.909031748771667e-06), r);
        r = T.MultiplyAdd(n, T.Of(T.IsDouble ? -4.044532497422333e-21 : -1.2153122952440754e-10), r);
        return T.MultiplyAdd(n, T.Of(T.IsDouble ? -1.69568553207378e-31 : -1.0780605906948477e-14), r);
    }

    // sin r for |r| ≤ π/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedSin<T>(T r) where T : struct, IMachine<T>
    {
        T z = r * r;
        return T.MultiplyAdd(SinQuotient(z) * z, r, r);
    }

    // (sin r − r)/r³ of z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinQuotient<T>(T z) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(-1.14360016420094e-18);
            y = T.MultiplyAdd(y, z, T.Of(2.733953999128847e-15));
            y = T.MultiplyAdd(y, z, T.Of(-7.643586641504737e-13));
            y = T.MultiplyAdd(y, z, T.Of(1.6058954652116695e-10));
            y = T.MultiplyAdd(y, z, T.Of(-2.5052107091382738e-08));
            y = T.MultiplyAdd(y, z, T.Of(2.755731921301015e-06));
            y = T.MultiplyAdd(y, z, T.Of(-0.00019841269841218168));
            y = T.MultiplyAdd(y, z, T.Of(0.008333333333333215));
            y = T.MultiplyAdd(y, z, T.Of(-0.16666666666666666));
        }
        else
        {
            y = T.Of(-2.5503285e-08);
            y = T.MultiplyAdd(y, z, T.Of(2.7627061e-06));
            y = T.MultiplyAdd(y, z, T.Of(-0.00019843093));
            y = T.MultiplyAdd(y, z, T.Of(0.0083333505));
            y = T.MultiplyAdd(y, z, T.Of(-0.16666667));
        }

        return y;
    }

    // (tan r − r)/r³ of z = r², for |r| ≤ π/4
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TanQuotient<T>(T z) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(9.70620965478214e-06);
            y = T.MultiplyAdd(y, z, T.Of(-2.3855340633823493e-05));
            y = T.MultiplyAdd(y, z, T.Of(4.778725927124035e-05));
            y = T.MultiplyAdd(y, z, T.Of(-2.4611783585910085e-05));
            y = T.MultiplyAdd(y, z, T.Of(6.640850898027589e-05));
            y = T.MultiplyAdd(y, z, T.Of(8.400935197076383e-05));
            y = T.MultiplyAdd(y, z, T.Of(0.0002435731472178073));
            y = T.MultiplyAdd(y, z, T.Of(0.000588915136202724));
            y = T.MultiplyAdd(y, z, T.Of(0.0014560352614812777));
            y = T.MultiplyAdd(y, z, T.Of(0.0035921023573819676));
            y = T.MultiplyAdd(y, z, T.Of(0.008863237777113382));
            y = T.MultiplyAdd(y, z, T.Of(0.021869488408657604));
            y = T.MultiplyAdd(y, z, T.Of(0.053968253972540965));
            y = T.MultiplyAdd(y, z, T.Of(0.13333333333326075));
            y = T.MultiplyAdd(y, z, T.Of(0.33333333333333376));
        }
        else
        {
            y = T.Of(0.004372701);
            y = T.MultiplyAdd(y, z, T.Of(9.8242155e-05));
            y = T.MultiplyAdd(y, z, T.Of(0.0108274445));
            y = T.MultiplyAdd(y, z, T.Of(0.021286208));
            y = T.MultiplyAdd(y, z, T.Of(0.054058913));
            y = T.MultiplyAdd(y, z, T.Of(0.13332675));
            y = T.MultiplyAdd(y, z, T.Of(0.3333335));
        }

        return y;
    }
}
