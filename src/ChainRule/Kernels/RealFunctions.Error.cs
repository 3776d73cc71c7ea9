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
        T low = T.MultiplyAdd(n, T.Of(-Ln2Low(T.IsDouble)), (rounded - a) * (rounded + a));
        T r = T.MultiplyAdd(n, T.Of(-Ln2High(T.IsDouble)), -(rounded * rounded)) + low;
        // What a + 1 rounds off is put back.
        T sum = a + T.Of(1), lost = a - (sum - T.Of(1)), inverse = T.Of(1) / sum;
        T q = T.MultiplyAdd(-inverse, inverse * lost, inverse);
        T factor = ErfcQuotient(q - T.Of(19.0 / 64)) * q;
        T tail = T.Scale(T.MultiplyAdd(factor, ReducedExpm1(r), factor), n);
        tail = T.IfLess(x, T.Of(0), T.Of(2) - tail, tail);
        // 1 − x is exact where erf x = x + x·q is not small beside 1.
        T near = T.MultiplyAdd(-ErfQuotient(x * x), x, T.Of(1) - x);
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

    // (x + 1)·exp(x²)·erfc(x) of u = 1/(x + 1) − 19/64, for x ≥ 13/16. The factors and the variable make it nearly
    // constant, as in Shepherd & Laframboise (1981).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ErfcQuotient<T>(T u) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(-30190.507720045127);
            y = T.MultiplyAdd(y, u, T.Of(4148.9953384714545));
            y = T.MultiplyAdd(y, u, T.Of(15577.548750395035));
            y = T.MultiplyAdd(y, u, T.Of(-4994.147578446387));
            y = T.MultiplyAdd(y, u, T.Of(-2199.80648708093));
            y = T.MultiplyAdd(y, u, T.Of(1618.0505175605238));
            y = T.MultiplyAdd(y, u, T.Of(-416.1495002119324));
            y = T.MultiplyAdd(y, u, T.Of(-30.33909435875649));
            y = T.MultiplyAdd(y, u, T.Of(140.96613640652959));
            y = T.MultiplyAdd(y, u, T.Of(-99.6138116048353));
            y = T.MultiplyAdd(y, u, T.Of(25.461259579257263));
            y = T.MultiplyAdd(y, u, T.Of(14.958855579573342));
            y = T.MultiplyAdd(y, u, T.Of(-18.820294894148617));
            y = T.MultiplyAdd(y, u, T.Of(7.618391710890289));
            y = T.MultiplyAdd(y, u, T.Of(1.709808530368665));
            y = T.MultiplyAdd(y, u, T.Of(-4.045425958520076));
            y = T.MultiplyAdd(y, u, T.Of(1.9410529912643302));
            y = T.MultiplyAdd(y, u, T.Of(0.5155349264017781));
            y = T.MultiplyAdd(y, u, T.Of(-1.2204136312520248));
            y = T.MultiplyAdd(y, u, T.Of(0.44575040098874497));
            y = T.MultiplyAdd(y, u, T.Of(0.4614589253786045));
            y = T.MultiplyAdd(y, u, T.Of(-0.5147105562763841));
            y = T.MultiplyAdd(y, u, T.Of(-0.1948429487978183));
            y = T.MultiplyAdd(y, u, T.Of(0.6011102305410617));
            y = T.MultiplyAdd(y, u, T.Of(0.7445546410610115));
        }
        else
        {
            y = T.Of(-2.7971253);
            y = T.MultiplyAdd(y, u, T.Of(1.9851496));
            y = T.MultiplyAdd(y, u, T.Of(0.44603288));
            y = T.MultiplyAdd(y, u, T.Of(-1.2202094));
            y = T.MultiplyAdd(y, u, T.Of(0.44743967));
            y = T.MultiplyAdd(y, u, T.Of(0.46144128));
            y = T.MultiplyAdd(y, u, T.Of(-0.5147274));
            y = T.MultiplyAdd(y, u, T.Of(-0.19484282));
            y = T.MultiplyAdd(y, u, T.Of(0.6011103));
            y = T.MultiplyAdd(y, u, T.Of(0.74455464));
        }

        return y;
    }
}
