using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>y = max(x, 0).</summary>
/// <remarks>The kink: the derivative at 0 is 0, as in most frameworks and in the textbook.</remarks>
public readonly struct Relu : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "relu";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\max({x}, 0)";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Max(x, T.Of(0));

    // y > 0 exactly where x > 0, and y is what the next layer keeps anyway.

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.IfLess(T.Of(0), y, T.Of(1), T.Of(0));

    /// <inheritdoc/>
    public static Piece PieceAt(double x) => Piece.Around(x);
}
