namespace ChainRule.Ops.Functions;

/// <summary>
/// y = x·Φ(x), with Φ(x) = ½ erfc(−x/√2): the exact form (Hendrycks &amp; Gimpel 2016), no tanh approximation.
/// </summary>
public readonly struct Gelu : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "gelu";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"{x}\,\Phi({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.IfLess(x, T.Of(Vanished), T.Of(-0.0), x * Phi(x));

    /// <inheritdoc/>
    // Φ(x) + x·φ(x), where φ = Φ′ is the density of the normal distribution.
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T>
    {
        // Beyond these limits φ is exactly 0, and ∞ · 0 would be NaN.
        T near = T.Max(T.Of(Vanished), T.Min(x, T.Of(-Vanished)));
        return Phi(x) + (near * T.Of(1 / Math.Sqrt(2 * Math.PI)) * T.Exp(T.Of(-0.5) * near * near));
    }

    // Below this Φ is exactly 0, and −∞ · 0 would be NaN.
    private const double Vanished = -1e2;

    private static T Phi<T>(T x) where T : struct, IReal<T> => T.Of(0.5) * T.Erfc(x * T.Of(-Math.Sqrt(0.5)));
}
