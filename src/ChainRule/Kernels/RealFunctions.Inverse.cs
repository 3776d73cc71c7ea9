using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

internal static partial class RealFunctions
{
    /// <summary>The angle in [−π/2, π/2] whose sine is x; NaN beyond ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Asin<T>(T x) where T : struct, IMachine<T>
    {
        T a = T.Abs(x);
        T y = ReducedAsin(a);
        T far = T.Of(Math.PI / 2) + T.MultiplyAdd(y, T.Of(-2), T.Of(HalfPiLow(T.IsDouble)));
        return T.CopySign(T.IfLess(T.Of(0.5), a, far, y), x);
    }

    /// <summary>The angle in [0, π] whose cosine is x; NaN beyond ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Acos<T>(T x) where T : struct, IMachine<T>
    {
        T a = T.Abs(x);
        T y = ReducedAsin(a);
        T near = T.Of(Math.PI / 2) - (T.CopySign(y, x) - T.Of(HalfPiLow(T.IsDouble)));
        y += y;
        T far = T.IfLess(x, T.Of(0), T.Of(Math.PI) - (y - T.Of(2 * HalfPiLow(T.IsDouble))), y);
        return T.IfLess(T.Of(0.5), a, far, near);
    }

    /// <summary>The angle in [−π/2, π/2] whose tangent is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Atan<T>(T x) where T : struct, IMachine<T>
    {
        // atan a = π/2 + atan(−1/a)
        T a = T.Abs(x), one = T.Of(1);
        T y = ReducedAtan(T.IfLess(one, a, T.Of(-1), a) / T.IfLess(one, a, a, one));
        T far = T.Of(Math.PI / 2) + (y + T.Of(HalfPiLow(T.IsDouble)));
        return T.CopySign(T.IfLess(one, a, far, y), x);
    }

    /// <summary>The angle in [−π, π] of the point (x, y); signs of zeros count, as in IEEE 754.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Atan2<T>(T y, T x) where T : struct, IMachine<T>
    {
        T a = T.Abs(x), b = T.Abs(y), zero = T.Of(0);
        // Of the smaller and the larger one: at most 1. Equal ones may be zeros or infinities.
        T t = T.IfLess(a, b, -a, b) / T.IfLess(a, b, b, a);
        t = T.IfEqual(a, b, T.IfEqual(a, zero, zero, T.Of(1)), t);
        T angle = ReducedAtan(t);
        // b above a adds a quarter, and a negative x mirrors at the half: to a whole number of quarters, ± the angle.
        T quarters = T.IfLess(a, b, T.Of(1), zero);
        T sign = T.CopySign(T.Of(1), x);
        quarters = T.IfLess(sign, zero, T.Of(2) - quarters, quarters);
        angle = T.MultiplyAdd(quarters, T.Of(HalfPiLow(T.IsDouble)), angle * sign);
        return T.CopySign(T.MultiplyAdd(quarters, T.Of(Math.PI / 2), angle), y);
    }

    // What π/2 rounded to the type lacks.
    private static double HalfPiLow(bool isDouble) => isDouble ? 6.123233995736766e-17 : -4.371138828673793e-08;

    // asin a for a ≤ ½; asin √((1 − a)/2), which is (π/2 − asin a)/2, for larger a.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedAsin<T>(T a) where T : struct, IMachine<T>
    {
        T half = T.Of(0.5);
        T z = T.IfLess(half, a, T.MultiplyAdd(a, T.Of(-0.5), half), a * a);
        T s = T.IfLess(half, a, T.Sqrt(z), a);
        return T.MultiplyAdd(AsinQuotient(z) * z, s, s);
    }

    // (asin s − s)/s³ of z = s², for |s| ≤ ½
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AsinQuotient<T>(T z) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(0.032626825590289746);
            y = T.MultiplyAdd(y, z, T.Of(-0.020996002080651128));
            y = T.MultiplyAdd(y, z, T.Of(0.02170513495076197));
            y = T.MultiplyAdd(y, z, T.Of(0.0037074301475084987));
            y = T.MultiplyAdd(y, z, T.Of(0.010779960288970634));
            y = T.MultiplyAdd(y, z, T.Of(0.011398969108423172));
            y = T.MultiplyAdd(y, z, T.Of(0.01398081289503891));
            y = T.MultiplyAdd(y, z, T.Of(0.017351612725603264));
            y = T.MultiplyAdd(y, z, T.Of(0.022372214942621427));
            y = T.MultiplyAdd(y, z, T.Of(0.03038194270964689));
            y = T.MultiplyAdd(y, z, T.Of(0.04464285717456482));
            y = T.MultiplyAdd(y, z, T.Of(0.07499999999970863));
            y = T.MultiplyAdd(y, z, T.Of(0.1666666666666676));
        }
        else
        {
            y = T.Of(0.04215823);
            y = T.MultiplyAdd(y, z, T.Of(0.024184812));
            y = T.MultiplyAdd(y, z, T.Of(0.045469146));
            y = T.MultiplyAdd(y, z, T.Of(0.074953094));
            y = T.MultiplyAdd(y, z, T.Of(0.16666752));
        }

        return y;
    }

    // atan t for |t| ≤ 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedAtan<T>(T t) where T : struct, IMachine<T>
    {
        T z = t * t;
        return T.MultiplyAdd(AtanQuotient(z) * z, t, t);
    }

    // (atan t − t)/t³ of z = t², for |t| ≤ 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtanQuotient<T>(T z) where T : struct, IMachine<T>
    {
        T y;
        if (T.IsDouble)
        {
            y = T.Of(1.3229749096997079e-05);
            y = T.MultiplyAdd(y, z, T.Of(-0.0001522086243510433));
            y = T.MultiplyAdd(y, z, T.Of(0.000831547949629461));
            y = T.MultiplyAdd(y, z, T.Of(-0.0028855764961715404));
            y = T.MultiplyAdd(y, z, T.Of(0.007197820590776252));
            y = T.MultiplyAdd(y, z, T.Of(-0.013902483608444536));
            y = T.MultiplyAdd(y, z, T.Of(0.021986972268974135));
            y = T.MultiplyAdd(y, z, T.Of(-0.02990565556753774));
            y = T.MultiplyAdd(y, z, T.Of(0.03664309783398243));
            y = T.MultiplyAdd(y, z, T.Of(-0.04219240312099171));
            y = T.MultiplyAdd(y, z, T.Of(0.04722347035044628));
            y = T.MultiplyAdd(y, z, T.Of(-0.05253526367544367));
            y = T.MultiplyAdd(y, z, T.Of(0.05880529710480709));
            y = T.MultiplyAdd(y, z, T.Of(-0.06666404406234941));
            y = T.MultiplyAdd(y, z, T.Of(0.07692279886749609));
            y = T.MultiplyAdd(y, z, T.Of(-0.09090907007609367));
            y = T.MultiplyAdd(y, z, T.Of(0.11111111007331367));
            y = T.MultiplyAdd(y, z, T.Of(-0.14285714282587753));
            y = T.MultiplyAdd(y, z, T.Of(0.19999999999951745));
            y = T.MultiplyAdd(y, z, T.Of(-0.3333333333333307));
        }
        else
        {
            y = T.Of(-0.00179202);
            y = T.MultiplyAdd(y, z, T.Of(0.010904853));
            y = T.MultiplyAdd(y, z, T.Of(-0.03115398));
            y = T.MultiplyAdd(y, z, T.Of(0.057926964));
            y = T.MultiplyAdd(y, z, T.Of(-0.08401221));
            y = T.MultiplyAdd(y, z, T.Of(0.10951267));
            y = T.MultiplyAdd(y, z, T.Of(-0.14264043));
            y = T.MultiplyAdd(y, z, T.Of(0.1999853));
            y = T.MultiplyAdd(y, z, T.Of(-0.333333));
        }

        return y;
    }
}
