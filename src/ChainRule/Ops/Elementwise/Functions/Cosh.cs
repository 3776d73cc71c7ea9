namespace ChainRule.Ops.Functions;

/// <summary>y = cosh x.</summary>
public readonly struct Cosh : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "cosh";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\cosh {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Cosh(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Sinh(x);
}
