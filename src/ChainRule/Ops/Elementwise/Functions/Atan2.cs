using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>
/// The angle of the point (x, y), in [−π, π]: arctan(y/x) in the right quadrant. The first argument is
/// y, as in <see cref="Math.Atan2"/>.
/// </summary>
/// <remarks>
/// At the origin the derivatives are NaN (0/0): the angle jumps there in every direction. At infinity they are 0.
/// </remarks>
public readonly struct Atan2 : IBinaryOp
{
    /// <inheritdoc/>
    public static string Name => "atan2";

    /// <inheritdoc/>
    public static string Tex(string x, string y) => $@"\operatorname{{atan2}}({x}, {y})";

    // The interface calls the arguments x and y in this order; here they are y and x.

    /// <inheritdoc/>
    public static T Primal<T>(T x, T y) where T : struct, IReal<T> => T.Atan2(x, y);

    /// <inheritdoc/>
    public static T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T> => OverSquare(y, x, y);

    /// <inheritdoc/>
    public static T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T> => -OverSquare(x, x, y);

    // v/(x² + y²). The larger magnitude is divided out first, as squares of tiny numbers vanish
    // and those of huge ones overflow.
    private static T OverSquare<T>(T v, T x, T y) where T : struct, IReal<T>
    {
        T scale = T.Max(T.Abs(x), T.Abs(y)), a = x / scale, b = y / scale;
        return T.IfEqual(scale, T.Of(double.PositiveInfinity), T.Of(0), v / scale / ((a * a) + (b * b)) / scale);
    }

    /// <inheritdoc/>
    // On the negative axis π becomes −π.
    public static Piece PieceAt(double x, double y) =>
        y > 0 ? Piece.Only : Piece.Around(x) with { IsJump = true };
}
