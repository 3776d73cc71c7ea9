namespace ChainRule.Ops.Functions;

/// <summary>y = x².</summary>
public readonly struct Square : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "square";

    /// <inheritdoc/>
    public static string? Symbol => "x²";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"{x}^2";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => x * x;

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(2) * x;
}
