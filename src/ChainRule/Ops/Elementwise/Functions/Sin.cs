namespace ChainRule.Ops.Functions;

/// <summary>y = sin x, x in radians.</summary>
public readonly struct Sin : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "sin";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\sin {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Sin(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Cos(x);
}
