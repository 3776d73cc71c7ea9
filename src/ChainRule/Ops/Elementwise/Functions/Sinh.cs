namespace ChainRule.Ops.Functions;

/// <summary>y = sinh x.</summary>
public readonly struct Sinh : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "sinh";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\sinh {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Sinh(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Cosh(x);
}
