namespace ChainRule.Ops.Functions;

/// <summary>y = arctan x in [−π/2, π/2].</summary>
public readonly struct Atan : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "atan";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\arctan {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Atan(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(1) / (T.Of(1) + (x * x));
}
