namespace ChainRule.Ops.Functions;

/// <summary>y = eˣ − 1, accurate near 0.</summary>
public readonly struct Expm1 : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "expm1";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"e^{{{x}}} - 1";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Expm1(x);

    // Not y + 1, which has no digits left where eˣ is tiny.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Exp(x);
}
