using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>y = the integer nearest to x, halves to the even one.</summary>
/// <remarks>The derivative is 0 everywhere, at the jumps too.</remarks>
public readonly struct Round : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "round";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\operatorname{{round}}({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Round(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(0);

    /// <inheritdoc/>
    // Halves belong to the even neighbour, which is no other piece on the way.
    public static Piece PieceAt(double x) => Piece.BetweenIntegers(x + 0.5);
}
