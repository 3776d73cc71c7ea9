using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>The error function 2/√π·∫₀ˣ exp(−t²)dt; ±1 at ±∞, and −0 stays −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf<T>(T x) where T : struct, IMachine<T>
    {
        T a = T.Abs(x);
        // From this limit on it rounds to 1.
        T limit = T.Of(T.IsDouble ? 5.95 : 3.95);
        T root = ErfcRoot(T.IfLess(limit, a, limit, a) - T.Of(T.IsDouble ? 3.25 : 2.25));
        root *= root;
        T far = T.CopySign(T.MultiplyAdd(-root, root, T.Of(1)), x);
        return T.IfLess(T.Of(1), a, far, T.MultiplyAdd(ErfQuotient(x * x), x, x));
    }

    /// <summary>1 − erf(x) without cancellation; 0 at ∞ and 2 at −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfc<T>(T x) where T : struct, IMachine<T>
    {
        T a = T.Abs(x);
        // From this limit on it rounds to 0.
        T limit = T.Of(T.IsDouble ? 27.3 : 10.2);
        a = T.IfLess(limit, a, limit, a);
        // exp magnifies the rounding of its argument by a², so a² is taken apart: the square of a rounded to a multiple
        // of unit is exact, and the rest is small.
        double unit = T.IsDouble ? 1.0 / (1 << 21) : 1.0 / (1 << 8);
        T rounded = T.Round(a * T.Of(1 / unit)) * T.Of(unit);
        T n = T.Round(a * a * T.Of(-Log2E));
        T r = ExpRemainder(-(rounded * rounded), n) - ((a - rounded) * (a + rounded));
        T e = T.MultiplyAdd(ExpQuotient(r), r, T.Of(1));
        e = T.MultiplyAdd(e, r, T.Of(1));
        T inverse = T.Of(1) / (a + T.Of(ErfcPole));
        T tail = T.Scale(e * (ErfcQuotient((a - T.Of(ErfcPole)) * inverse) * inverse), n);
        tail = T.IfLess(x, T.Of(0), T.Of(2) - tail, tail);
        // erf x = x + x·q loses nothing near 0.
        T near = T.Of(1) - T.MultiplyAdd(ErfQuotient(x * x), x, x);
        return T.IfLess(a, T.Of(0.75), near, tail);
    }

    // The pole of the variable in which the polynomial of erfc is written.
    private const double ErfcPole = 2;

    // erf(x)/x − 1 of z = x², for |x| ≤ 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ErfQuotient<T>(T z) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(-7.607823224458263e-10);
            y = T.MultiplyAdd(y, z, T.Of(1.361670493788042e-08));
            y = T.MultiplyAdd(y, z, T.Of(-1.6183992370766435e-07));
            y = T.MultiplyAdd(y, z, T.Of(1.6444150703158773e-06));
            y = T.MultiplyAdd(y, z, T.Of(-1.4924465647965844e-05));
            y = T.MultiplyAdd(y, z, T.Of(0.00012055280496857696));
            y = T.MultiplyAdd(y, z, T.Of(-0.0008548325485003903));
            y = T.MultiplyAdd(y, z, T.Of(0.005223977596735921));
            y = T.MultiplyAdd(y, z, T.Of(-0.02686617064195914));
            y = T.MultiplyAdd(y, z, T.Of(0.1128379167093695));
            y = T.MultiplyAdd(y, z, T.Of(-0.37612638903183343));
            y = T.MultiplyAdd(y, z, T.Of(0.12837916709551256));
        }
        else
        {
            y = T.Of(7.806904e-05);
            y = T.MultiplyAdd(y, z, T.Of(-0.0007997853));
            y = T.MultiplyAdd(y, z, T.Of(0.005187162));
            y = T.MultiplyAdd(y, z, T.Of(-0.026853347));
            y = T.MultiplyAdd(y, z, T.Of(0.11283579));
            y = T.MultiplyAdd(y, z, T.Of(-0.37612626));
            y = T.MultiplyAdd(y, z, T.Of(0.12837917));
        }

        return y;
    }

    // ⁴√erfc(x), which a polynomial fits far better than erfc itself, from 1 to where erf rounds to 1; t is x less the
    // middle of this interval. The error of the root counts four times, but of a number that is small beside erf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ErfcRoot<T>(T t) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(2.113455532498329e-18);
            y = T.MultiplyAdd(y, t, T.Of(5.260750552678011e-18));
            y = T.MultiplyAdd(y, t, T.Of(-1.3785125851472683e-16));
            y = T.MultiplyAdd(y, t, T.Of(-8.05571785181604e-17));
            y = T.MultiplyAdd(y, t, T.Of(6.0395872720995396e-15));
            y = T.MultiplyAdd(y, t, T.Of(-1.3749456037576701e-14));
            y = T.MultiplyAdd(y, t, T.Of(-2.0415511735012724e-13));
            y = T.MultiplyAdd(y, t, T.Of(1.2347451770516515e-12));
            y = T.MultiplyAdd(y, t, T.Of(3.73170823488668e-12));
            y = T.MultiplyAdd(y, t, T.Of(-5.751050326032777e-11));
            y = T.MultiplyAdd(y, t, T.Of(6.171869733010116e-11));
            y = T.MultiplyAdd(y, t, T.Of(1.6611697255154041e-09));
            y = T.MultiplyAdd(y, t, T.Of(-7.336683628246268e-09));
            y = T.MultiplyAdd(y, t, T.Of(-2.329934273616153e-08));
            y = T.MultiplyAdd(y, t, T.Of(2.7254336566709404e-07));
            y = T.MultiplyAdd(y, t, T.Of(-3.3469665114020426e-07));
            y = T.MultiplyAdd(y, t, T.Of(-5.028729773713464e-06));
            y = T.MultiplyAdd(y, t, T.Of(2.367082099104218e-05));
            y = T.MultiplyAdd(y, t, T.Of(1.3747326245083246e-05));
            y = T.MultiplyAdd(y, t, T.Of(-0.00043456842317467746));
            y = T.MultiplyAdd(y, t, T.Of(0.0012409105691920646));
            y = T.MultiplyAdd(y, t, T.Of(0.0013892160866761853));
            y = T.MultiplyAdd(y, t, T.Of(-0.018511750926051302));
            y = T.MultiplyAdd(y, t, T.Of(0.05453907050318649));
            y = T.MultiplyAdd(y, t, T.Of(-0.07724098217644222));
            y = T.MultiplyAdd(y, t, T.Of(0.04554463980833471));
        }
        else
        {
            y = T.Of(-3.8929517e-07);
            y = T.MultiplyAdd(y, t, T.Of(-1.3798153e-06));
            y = T.MultiplyAdd(y, t, T.Of(1.1404699e-05));
            y = T.MultiplyAdd(y, t, T.Of(1.02445665e-05));
            y = T.MultiplyAdd(y, t, T.Of(-0.00022623129));
            y = T.MultiplyAdd(y, t, T.Of(0.00035338703));
            y = T.MultiplyAdd(y, t, T.Of(0.002394725));
            y = T.MultiplyAdd(y, t, T.Of(-0.009689302));
            y = T.MultiplyAdd(y, t, T.Of(-0.0041474146));
            y = T.MultiplyAdd(y, t, T.Of(0.10000619));
            y = T.MultiplyAdd(y, t, T.Of(-0.23873116));
            y = T.MultiplyAdd(y, t, T.Of(0.19556451));
        }

        return y;
    }

    // (x + K)·exp(x²)·erfc(x) of t = (x − K)/(x + K) with K for the pole, for x ≥ ¾. The variable, in which the function
    // is nearly constant, is that of Shepherd & Laframboise (1981).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ErfcQuotient<T>(T t) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(5.250950337528014e-08);
            y = T.MultiplyAdd(y, t, T.Of(-2.575252791426576e-07));
            y = T.MultiplyAdd(y, t, T.Of(3.4167570931714647e-07));
            y = T.MultiplyAdd(y, t, T.Of(1.0713826873349559e-07));
            y = T.MultiplyAdd(y, t, T.Of(-2.592210410835116e-07));
            y = T.MultiplyAdd(y, t, T.Of(-1.7292900318827786e-07));
            y = T.MultiplyAdd(y, t, T.Of(-5.000354347713001e-07));
            y = T.MultiplyAdd(y, t, T.Of(-8.560166757835543e-08));
            y = T.MultiplyAdd(y, t, T.Of(1.9989159427118622e-06));
            y = T.MultiplyAdd(y, t, T.Of(3.668058621911323e-06));
            y = T.MultiplyAdd(y, t, T.Of(-1.1276510665928925e-06));
            y = T.MultiplyAdd(y, t, T.Of(-1.612497025527772e-05));
            y = T.MultiplyAdd(y, t, T.Of(-2.169585446432447e-05));
            y = T.MultiplyAdd(y, t, T.Of(3.4149349760564344e-05));
            y = T.MultiplyAdd(y, t, T.Of(0.00014447074173604913));
            y = T.MultiplyAdd(y, t, T.Of(3.4371400282938204e-05));
            y = T.MultiplyAdd(y, t, T.Of(-0.0006630735085004338));
            y = T.MultiplyAdd(y, t, T.Of(-0.0008372960604850761));
            y = T.MultiplyAdd(y, t, T.Of(0.003090612059474106));
            y = T.MultiplyAdd(y, t, T.Of(0.006479185067667239));
            y = T.MultiplyAdd(y, t, T.Of(-0.021510661889493837));
            y = T.MultiplyAdd(y, t, T.Of(-0.03644223150687765));
            y = T.MultiplyAdd(y, t, T.Of(0.2794720925560548));
            y = T.MultiplyAdd(y, t, T.Of(-0.6871606844138106));
            y = T.MultiplyAdd(y, t, T.Of(1.021582705242023));
        }
        else
        {
            y = T.Of(0.00012136306);
            y = T.MultiplyAdd(y, t, T.Of(6.239061e-05));
            y = T.MultiplyAdd(y, t, T.Of(-0.00065674906));
            y = T.MultiplyAdd(y, t, T.Of(-0.00084604305));
            y = T.MultiplyAdd(y, t, T.Of(0.003090073));
            y = T.MultiplyAdd(y, t, T.Of(0.006480352));
            y = T.MultiplyAdd(y, t, T.Of(-0.021510663));
            y = T.MultiplyAdd(y, t, T.Of(-0.036442295));
            y = T.MultiplyAdd(y, t, T.Of(0.27947208));
            y = T.MultiplyAdd(y, t, T.Of(-0.6871607));
            y = T.MultiplyAdd(y, t, T.Of(1.0215827));
        }

        return y;
    }
}
