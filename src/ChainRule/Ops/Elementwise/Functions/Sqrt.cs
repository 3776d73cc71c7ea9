namespace ChainRule.Ops.Functions;

/// <summary>y = √x; NaN below 0.</summary>
/// <remarks>The derivative ½/√x at 0 is ∞, and −∞ at −0, whose root is −0.</remarks>
public readonly struct Sqrt : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "sqrt";

    /// <inheritdoc/>
    public static string? Symbol => "√";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\sqrt{{{x}}}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Sqrt(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(0.5) / y;
}
