using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, IMachine<T>
    {
        // tanh|x| = e/(e + 2) with e = expm1(2|x|). From this limit on it rounds to 1.
        T limit = T.Of(T.IsDouble ? 40 : 20);
        T a = T.Abs(x);
        a += a;
        T e = ScaledExpm1(T.IfLess(limit, a, limit, a), 1);
        return T.CopySign(e / (e + T.Of(2)), x);
    }

    /// <summary>The hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sinh<T>(T x) where T : struct, IMachine<T>
    {
        // sinh|x| = 2(q + q/(4q + 1)) with q = expm1(|x|)/4, which never overflows.
        T limit = T.Of(T.IsDouble ? 710.5 : 89.5);
        T a = T.Abs(x);
        T q = ScaledExpm1(T.IfLess(limit, a, limit, a), 0.25);
        T y = q + (q / T.MultiplyAdd(q, T.Of(4), T.Of(1)));
        y = T.CopySign(y + y, x);
        return T.IfLess(a, T.Of(Negligible(T.IsDouble)), x, y);
    }

    /// <summary>The hyperbolic cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosh<T>(T x) where T : struct, IMachine<T>
    {
        // cosh|x| = h + 1/(4h) with h = exp(|x|)/2, which overflows only where cosh does.
        T limit = T.Of(T.IsDouble ? 711 : 90);
        T a = T.Abs(x);
        a = T.IfLess(limit, a, limit, a);
        T n = T.Round(a * T.Of(Log2E));
        T r = ExpRemainder(a, n);
        T h = T.MultiplyAdd(T.MultiplyAdd(ExpQuotient(r), r, T.Of(1)), r, T.Of(1));
        h = T.Scale(h * T.Of(0.5), n);
        return h + (T.Of(0.25) / h);
    }
}
