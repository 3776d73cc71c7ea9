using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>w = x limited to [y, z]: y where x &lt; y, z where x &gt; z, x itself between and at NaN.</summary>
/// <remarks>The kinks: at x = y and x = z the derivative belongs to x.</remarks>
public readonly struct Clamp : ITernaryOp
{
    /// <inheritdoc/>
    public static string Name => "clamp";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x, string y, string z) => $@"\operatorname{{clamp}}({x}, {y}, {z})";

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y, T z) where T : struct, IReal<T> => T.IfLess(x, y, y, T.IfLess(z, x, z, x));

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(x, y, T.Of(0), T.IfLess(z, x, T.Of(0), T.Of(1)));

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> => T.IfLess(x, y, T.Of(1), T.Of(0));

    /// <inheritdoc/>
    public static T DerivativeZ<T>(T x, T y, T z) where T : struct, IReal<T> =>
        T.IfLess(x, y, T.Of(0), T.IfLess(z, x, T.Of(1), T.Of(0)));

    /// <inheritdoc/>
    public static Piece PieceAt(double x, double y, double z)
    {
        Piece low = Piece.Around(x - y), high = Piece.Around(x - z);
        return new(low.Index + high.Index, Math.Min(low.Distance, high.Distance));
    }
}
