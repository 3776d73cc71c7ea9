using ChainRule.Graphs;

namespace ChainRule.Ops.Functions;

/// <summary>y = ⌊x⌋, the largest integer not above x.</summary>
/// <remarks>The derivative is 0 everywhere, at the jumps too.</remarks>
public readonly struct Floor : IUnaryOp
{
    /// <inheritdoc/>
    public static string Name => "floor";

    /// <inheritdoc/>
    public static string? Symbol => "⌊·⌋";

    /// <inheritdoc/>
    public static Domain Domain => Domain.Numbers;

    /// <inheritdoc/>
    public static string Tex(string x) => $@"\lfloor {x} \rfloor";

    /// <inheritdoc/>
    public static T Primal<T>(T x) where T : struct, IReal<T> => T.Floor(x);

    /// <inheritdoc/>
    public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(0);

    /// <inheritdoc/>
    public static Piece PieceAt(double x) => Piece.BetweenIntegers(x);
}
