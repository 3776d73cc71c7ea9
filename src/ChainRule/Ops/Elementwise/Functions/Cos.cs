namespace ChainRule.Ops.Functions;

/// <summary>y = cos x, x in radians.</summary>
public readonly struct Cos : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "cos";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\cos {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Cos(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => -T.Sin(x);
}
