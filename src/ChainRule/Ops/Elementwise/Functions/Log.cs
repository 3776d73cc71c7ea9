namespace ChainRule.Ops.Functions;

/// <summary>y = ln x; −∞ at 0, NaN below.</summary>
public readonly struct Log : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "log";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\ln {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Log(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(1) / x;
}
