namespace ChainRule.Ops.Functions;

/// <summary>y = tanh x.</summary>
public readonly struct Tanh : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "tanh";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\tanh {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Tanh(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => (T.Of(1) - y) * (T.Of(1) + y);
}
