namespace ChainRule.Ops.Functions;

/// <summary>z = xʸ by the rules of IEEE 754 pow: 1 for y = 0, NaN for a negative x with a broken y.</summary>
/// <remarks>
/// ∂z/∂x is 0 where y = 0, also at x = 0. ∂z/∂y = z·ln x is taken as 0 where x = 0 (its limit from the right for y &gt;
/// 0), and is NaN for a negative x, where xʸ exists for whole y only.
/// </remarks>
public readonly struct Pow : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "pow";

    /// <inheritdoc/>
    public static string? Symbol => "xʸ";

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $"{x}^{{{y}}}";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => T.Pow(x, y);

    /// <inheritdoc/>
    // y·z/x would be 0/0 at x = 0. Each side that is not taken gets a harmless argument: 0 times its infinite slope
    // were NaN in the next derivative.
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfEqual(y, T.Of(0), T.Of(0), y * T.Pow(T.IfEqual(y, T.Of(0), T.Of(1), x), y - T.Of(1)));

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfEqual(x, T.Of(0), T.Of(0), z * T.Log(T.IfEqual(x, T.Of(0), T.Of(1), x)));
}
