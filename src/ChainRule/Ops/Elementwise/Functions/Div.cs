namespace ChainRule.Ops.Functions;

/// <summary>z = x / y.</summary>
/// <remarks>At y = 0 the result is ±∞, or NaN for 0/0.</remarks>
public readonly struct Div : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "div";

    /// <inheritdoc/>
    public static string? Symbol => "÷";

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $@"\frac{{{x}}}{{{y}}}";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => x / y;

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> => T.Of(1) / y;

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> => -(z / y);
}
