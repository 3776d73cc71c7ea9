using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>z = the larger of x and y; NaN if one of them is.</summary>
/// <remarks>
/// The kink: where x = y each argument gets half of the derivative. So it does at NaN, which
/// is neither larger nor smaller.
/// </remarks>
public readonly struct Max : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "max";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $@"\max({x}, {y})";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => T.Max(x, y);

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(y, x, T.Of(1), T.IfLess(x, y, T.Of(0), T.Of(0.5)));

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(y, x, T.Of(0), T.IfLess(x, y, T.Of(1), T.Of(0.5)));

    /// <inheritdoc/>
    public static Piece PieceAt(double x, double y) => Piece.Around(x - y);
}
