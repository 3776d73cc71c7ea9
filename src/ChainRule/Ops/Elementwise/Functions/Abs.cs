using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>y = |x|.</summary>
/// <remarks>The kink: the derivative at 0 is 0, the middle of the slopes −1 and 1.</remarks>
public readonly struct Abs : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "abs";

    /// <inheritdoc/>
    public static string? Symbol => "|·|";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\left|{x}\right|";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Abs(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.IfEqual(x, T.Of(0), T.Of(0), T.Sign(x));

    /// <inheritdoc/>
    public static Piece PieceAt(double x) => Piece.Around(x);
}
