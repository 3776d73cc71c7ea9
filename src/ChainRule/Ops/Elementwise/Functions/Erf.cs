namespace ChainRule.Ops.Functions;

/// <summary>y = erf x = 2/√π · ∫₀ˣ e^(−t²) dt.</summary>
public readonly struct Erf : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "erf";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\operatorname{{erf}}({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Erf(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> =>
        T.Of(2 / Math.Sqrt(Math.PI)) * T.Exp(-(x * x));
}
