namespace ChainRule.Ops.Functions;

/// <summary>y = ln(1 + x), accurate near 0; −∞ at −1, NaN below.</summary>
public readonly struct Log1p : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "log1p";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\ln(1 + {x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Log1p(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(1) / (T.Of(1) + x);
}
