namespace ChainRule.Ops.Functions;

/// <summary>y = tan x, x in radians.</summary>
public readonly struct Tan : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "tan";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\tan {x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Tan(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(1) + (y * y);
}
