namespace ChainRule.Ops.Functions;

/// <summary>y = 1/x.</summary>
/// <remarks>At 0 the result is ∞ with the sign of that 0.</remarks>
public readonly struct Reciprocal : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "reciprocal";

    /// <inheritdoc/>
    public static string? Symbol => "1/x";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\frac{{1}}{{{x}}}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Of(1) / x;

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => -(y * y);
}
