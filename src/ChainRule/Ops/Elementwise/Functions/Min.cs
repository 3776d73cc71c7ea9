using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>z = the smaller of x and y; NaN if one of them is.</summary>
/// <remarks>
/// The kink: where x = y each argument gets half of the derivative. So it does at NaN, which
/// is neither larger nor smaller.
/// </remarks>
public readonly struct Min : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "min";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $@"\min({x}, {y})";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => T.Min(x, y);

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(x, y, T.Of(1), T.IfLess(y, x, T.Of(0), T.Of(0.5)));

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(x, y, T.Of(0), T.IfLess(y, x, T.Of(1), T.Of(0.5)));

    /// <inheritdoc/>
    public static Piece PieceAt(double x, double y) => Piece.Around(x - y);
}
