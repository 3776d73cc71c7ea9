namespace ChainRule.Ops.Functions;

/// <summary>y = ln(1 + eˣ), a smooth relu.</summary>
public readonly struct Softplus : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "softplus";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\ln(1 + e^{{{x}}})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Max(x, T.Of(0)) + T.Log1p(T.Exp(-T.Abs(x)));

    // The exponential of −|x| never overflows, so the sum is right at both ends.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Sigmoid(x);
}
