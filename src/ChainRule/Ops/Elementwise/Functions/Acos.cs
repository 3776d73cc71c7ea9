namespace ChainRule.Ops.Functions;

/// <summary>y = arccos x in [0, π]; NaN outside [−1, 1].</summary>
/// <remarks>The derivative at ±1 is −∞.</remarks>
public readonly struct Acos : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "acos";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\arccos {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Acos(x);

    // (1 − x)(1 + x) keeps the digits that 1 − x² loses near ±1.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> =>
        T.Of(-1) / T.Sqrt((T.Of(1) - x) * (T.Of(1) + x));
}
