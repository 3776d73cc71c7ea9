namespace ChainRule.Ops.Functions;

/// <summary>y = x·σ(x), also called swish.</summary>
public readonly struct Silu : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "silu";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"{x}\,\sigma({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> =>
        T.IfLess(x, T.Of(Vanished), T.Of(-0.0), x / (T.Of(1) + T.Exp(-x)));

    /// <inheritdoc/>
    // σ + xσ(1 − σ)
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T>
    {
        // Beyond these limits σ is exactly 0 or 1, and ∞ · 0 would be NaN.
        T sigma = T.Sigmoid(x), near = T.Max(T.Of(Vanished), T.Min(x, T.Of(-Vanished)));
        return sigma * (T.Of(1) + (near * (T.Of(1) - sigma)));
    }

    // Below this σ is exactly 0, and −∞ · 0 would be NaN.
    private const double Vanished = -1e3;
}
