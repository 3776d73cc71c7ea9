using System.Numerics;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>Combines the lanes of registers of wholes; no order of doing so changes the result.</summary>
internal static class WholeLanes
{
    /// <summary>The sum of the lanes.</summary>
    public static T Sum<T>(Vector512<T> x) where T : unmanaged => Vector512.Sum(x);

    /// <summary>The sum of the lanes.</summary>
    public static T Sum<T>(Vector256<T> x) where T : unmanaged => Vector256.Sum(x);

    /// <summary>The sum of the lanes.</summary>
    public static T Sum<T>(Vector128<T> x) where T : unmanaged => Vector128.Sum(x);

    /// <summary>The largest lane.</summary>
    public static T Max<T>(Vector512<T> x)
        where T : unmanaged, INumber<T> => Max(Vector256.Max(x.GetLower(), x.GetUpper()));

    /// <summary>The largest lane.</summary>
    public static T Max<T>(Vector256<T> x)
        where T : unmanaged, INumber<T> => Max(Vector128.Max(x.GetLower(), x.GetUpper()));

    /// <summary>The largest lane.</summary>
    public static T Max<T>(Vector128<T> x) where T : unmanaged, INumber<T>
    {
        T largest = x.ToScalar();
        for (int i = 1; i < Vector128<T>.Count; i++) largest = T.Max(largest, x[i]);
        return largest;
    }

    /// <summary>The smallest lane.</summary>
    public static T Min<T>(Vector512<T> x)
        where T : unmanaged, INumber<T> => Min(Vector256.Min(x.GetLower(), x.GetUpper()));

    /// <summary>The smallest lane.</summary>
    public static T Min<T>(Vector256<T> x)
        where T : unmanaged, INumber<T> => Min(Vector128.Min(x.GetLower(), x.GetUpper()));

    /// <summary>The smallest lane.</summary>
    public static T Min<T>(Vector128<T> x) where T : unmanaged, INumber<T>
    {
        T smallest = x.ToScalar();
        for (int i = 1; i < Vector128<T>.Count; i++) smallest = T.Min(smallest, x[i]);
        return smallest;
    }
}
