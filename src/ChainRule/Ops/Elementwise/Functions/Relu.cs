namespace ChainRule.Ops.Functions;

/// <summary>y = max(x, 0).</summary>
/// <remarks>The kink: the derivative at 0 is 0, as in most frameworks and in the textbook.</remarks>
public readonly struct Relu : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "relu";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\max({x}, 0)";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Max(x, T.Of(0));

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.IfLess(T.Of(0), x, T.Of(1), T.Of(0));
}
