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
        T q = T.Of(1) / (a + T.Of(1));
        T factor = ErfcQuotient(q - T.Of(0.25)) * q;
        T tail = T.Scale(T.MultiplyAdd(factor, ReducedExpm1(r), factor), n);
        tail = T.IfLess(x, T.Of(0), T.Of(2) - tail, tail);
        // erf x = x + x·q loses nothing near 0.
        T near = T.Of(1) - T.MultiplyAdd(ErfQuotient(x * x), x, x);
        return T.IfLess(a, T.Of(ErfcSwitch), near, tail);
    }

    // Up to here 1 − erf x loses no more than one bit: erfc is above ¼.
    private const double ErfcSwitch = 0.8125;

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

    // (x + 1)·exp(x²)·erfc(x) of u = 1/(x + 1) − ¼, for x ≥ 13/16. The factors and the variable make it nearly
    // constant, as in Shepherd & Laframboise (1981).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ErfcQuotient<T>(T u) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(-30190.507720045127);
            y = T.MultiplyAdd(y, u, T.Of(38113.31652352222));
            y = T.MultiplyAdd(y, u, T.Of(-7204.47873771093));
            y = T.MultiplyAdd(y, u, T.Of(-12458.352597126954));
            y = T.MultiplyAdd(y, u, T.Of(8317.335328979756));
            y = T.MultiplyAdd(y, u, T.Of(-627.1105726684258));
            y = T.MultiplyAdd(y, u, T.Of(-1616.0304870421414));
            y = T.MultiplyAdd(y, u, T.Of(959.5280973102314));
            y = T.MultiplyAdd(y, u, T.Of(-153.39819682933788));
            y = T.MultiplyAdd(y, u, T.Of(-145.53704596085277));
            y = T.MultiplyAdd(y, u, T.Of(123.88353188535518));
            y = T.MultiplyAdd(y, u, T.Of(-31.88586355566555));
            y = T.MultiplyAdd(y, u, T.Of(-17.02229445022796));
            y = T.MultiplyAdd(y, u, T.Of(19.02391108027017));
            y = T.MultiplyAdd(y, u, T.Of(-5.1859658579406425));
            y = T.MultiplyAdd(y, u, T.Of(-3.4657397964252157));
            y = T.MultiplyAdd(y, u, T.Of(3.639144256489955));
            y = T.MultiplyAdd(y, u, T.Of(-0.5377686865672708));
            y = T.MultiplyAdd(y, u, T.Of(-1.2344112036468702));
            y = T.MultiplyAdd(y, u, T.Of(0.7990708783001547));
            y = T.MultiplyAdd(y, u, T.Of(0.31567781820258534));
            y = T.MultiplyAdd(y, u, T.Of(-0.5888669678840315));
            y = T.MultiplyAdd(y, u, T.Of(-0.11692738035528355));
            y = T.MultiplyAdd(y, u, T.Of(0.6158062215568249));
            y = T.MultiplyAdd(y, u, T.Of(0.7160046047255598));
        }
        else
        {
            y = T.Of(-2.7971253);
            y = T.MultiplyAdd(y, u, T.Of(3.165187));
            y = T.MultiplyAdd(y, u, T.Of(-0.5196552));
            y = T.MultiplyAdd(y, u, T.Of(-1.2202307));
            y = T.MultiplyAdd(y, u, T.Of(0.7980531));
            y = T.MultiplyAdd(y, u, T.Of(0.31549853));
            y = T.MultiplyAdd(y, u, T.Of(-0.58885497));
            y = T.MultiplyAdd(y, u, T.Of(-0.11692652));
            y = T.MultiplyAdd(y, u, T.Of(0.61580616));
            y = T.MultiplyAdd(y, u, T.Of(0.7160046));
        }

        return y;
    }
}
