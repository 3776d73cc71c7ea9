namespace ChainRule.Ops.Functions;

/// <summary>y = eˣ.</summary>
public readonly struct Exp : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "exp";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"e^{{{x}}}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Exp(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => y;
}
