using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>y = −1, 0 or 1, with the sign of x; NaN stays NaN.</summary>
/// <remarks>The derivative is 0 everywhere, at the jump too.</remarks>
public readonly struct Sign : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "sign";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\operatorname{{sign}}({x})";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Sign(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(0);

    /// <inheritdoc/>
    public static Piece PieceAt(double x) => Piece.Around(x) with { IsJump = true };
}
