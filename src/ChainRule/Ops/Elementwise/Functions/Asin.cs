namespace ChainRule.Ops.Functions;

/// <summary>y = arcsin x in [−π/2, π/2]; NaN outside [−1, 1].</summary>
/// <remarks>The derivative at ±1 is ∞.</remarks>
public readonly struct Asin : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "asin";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\arcsin {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Asin(x);

    // (1 − x)(1 + x) keeps the digits that 1 − x² loses near ±1.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> =>
        T.Of(1) / T.Sqrt((T.Of(1) - x) * (T.Of(1) + x));
}
