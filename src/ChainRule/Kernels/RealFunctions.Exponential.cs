using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x) where T : struct, IMachine<T>
    {
        // eˣ = 2ⁿ·eʳ with |r| ≤ ln(2)/2
        T n = T.Round(x * T.Of(Log2E));
        T r = ExpRemainder(x, n);
        T y = T.MultiplyAdd(ExpQuotient(r), r, T.Of(1));
        y = T.Scale(T.MultiplyAdd(y, r, T.Of(1)), n);
        y = T.IfLess(x, T.Of(T.IsDouble ? -746 : -105), T.Of(0), y);
        return T.IfLess(T.Of(T.IsDouble ? 710 : 89), x, T.Of(double.PositiveInfinity), y);
    }

    /// <summary>eˣ − 1 without cancellation; −0 stays −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Expm1<T>(T x) where T : struct, IMachine<T>
    {
        T y = ScaledExpm1(x, 0.5);
        y += y;
        y = T.IfLess(x, T.Of(T.IsDouble ? -40 : -20), T.Of(-1), y);
        y = T.IfLess(T.Of(T.IsDouble ? 710 : 89), x, T.Of(double.PositiveInfinity), y);
        return T.IfLess(T.Abs(x), T.Of(Negligible(T.IsDouble)), x, y);
    }

    // (eˣ − 1)·factor, which does not overflow on the way. With c for the factor it is c2ⁿ(eʳ − 1) + (c2ⁿ − c).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ScaledExpm1<T>(T x, double factor) where T : struct, IMachine<T>
    {
        T n = T.Round(x * T.Of(Log2E));
        T scale = T.Scale(T.Of(factor), n);
        return T.MultiplyAdd(scale, ReducedExpm1(ExpRemainder(x, n)), scale - T.Of(factor));
    }

    // x − n·ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpRemainder<T>(T x, T n) where T : struct, IMachine<T> => T.MultiplyAdd(
        n, T.Of(-Ln2Low(T.IsDouble)), T.MultiplyAdd(n, T.Of(-Ln2High(T.IsDouble)), x));

    // eʳ − 1 for |r| ≤ ln(2)/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedExpm1<T>(T r) where T : struct, IMachine<T> => T.MultiplyAdd(ExpQuotient(r), r * r, r);

    // (eʳ − 1 − r)/r² for |r| ≤ ln(2)/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpQuotient<T>(T r) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(2.087532539497715e-09);
            y = T.MultiplyAdd(y, r, T.Of(2.5108979033673004e-08));
            y = T.MultiplyAdd(y, r, T.Of(2.7557402660061107e-07));
            y = T.MultiplyAdd(y, r, T.Of(2.7557244373810235e-06));
            y = T.MultiplyAdd(y, r, T.Of(2.480158717251588e-05));
            y = T.MultiplyAdd(y, r, T.Of(0.00019841269885966236));
            y = T.MultiplyAdd(y, r, T.Of(0.0013888888888962383));
            y = T.MultiplyAdd(y, r, T.Of(0.008333333333321691));
            y = T.MultiplyAdd(y, r, T.Of(0.04166666666666651));
            y = T.MultiplyAdd(y, r, T.Of(0.16666666666666677));
            y = T.MultiplyAdd(y, r, T.Of(0.5));
        }
        else
        {
            y = T.Of(0.0013882525);
            y = T.MultiplyAdd(y, r, T.Of(0.0083665205));
            y = T.MultiplyAdd(y, r, T.Of(0.0416672));
            y = T.MultiplyAdd(y, r, T.Of(0.16666543));
            y = T.MultiplyAdd(y, r, T.Of(0.49999997));
        }

        return y;
    }
}
