namespace ChainRule.Ops.Functions;

/// <summary>y = erfc x = 1 − erf x, accurate where erf x is nearly 1: the tail of the normal distribution.</summary>
public readonly struct Erfc : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "erfc";

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\operatorname{{erfc}}({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Erfc(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> =>
        T.Of(-2 / Math.Sqrt(Math.PI)) * T.Exp(-(x * x));
}
