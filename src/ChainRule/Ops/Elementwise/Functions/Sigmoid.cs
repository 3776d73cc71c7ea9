namespace ChainRule.Ops.Functions;

/// <summary>y = σ(x) = 1/(1 + e⁻ˣ).</summary>
/// <remarks>Results below the smallest normal number flush to 0, because e⁻ˣ overflows there.</remarks>
public readonly struct Sigmoid : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "sigmoid";

    /// <inheritdoc/>
    public static string? Symbol => "σ";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\sigma({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Of(1) / (T.Of(1) + T.Exp(-x));

    // y(1 − y) needs no second exp.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => y * (T.Of(1) - y);
}
