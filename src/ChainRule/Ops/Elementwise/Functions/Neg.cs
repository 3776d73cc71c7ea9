namespace ChainRule.Ops.Functions;

/// <summary>y = −x.</summary>
public readonly struct Neg : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "neg";

    /// <inheritdoc/>
    public static string? Symbol => "−";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"-{x}";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => -x;

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(-1);
}
