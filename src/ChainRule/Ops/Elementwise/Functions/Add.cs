namespace ChainRule.Ops.Functions;

/// <summary>z = x + y.</summary>
public readonly struct Add : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "add";

    /// <inheritdoc/>
    public static string? Symbol => "+";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $@"{x} + {y}";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => x + y;

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> => T.Of(1);

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> => T.Of(1);
}
