namespace ChainRule.Graphs;

/// <summary>
/// On which of its pieces an op works at some inputs, and how far it is to the next one: relu has two pieces that meet
/// in a kink at 0, floor has one for each integer, between jumps.
/// </summary>
/// <param name="Index">
/// Which piece. Where pieces meet, it may be a number of its own; only whether two are equal has a meaning.
/// </param>
/// <param name="Distance">How far the inputs are from where pieces meet; ∞ if there is one piece only.</param>
/// <param name="IsJump">Whether the value jumps where pieces meet, and not only the slope.</param>
public readonly record struct Piece(double Index, double Distance, bool IsJump = false)
{
    /// <summary>The piece of an op that has no other.</summary>
    public static Piece Only { get; } = new(0, double.PositiveInfinity);

    /// <summary>One of two pieces that meet where a number is 0: below, above, or between them.</summary>
    /// <param name="margin">The number.</param>
    public static Piece Around(double margin) =>
        new(margin > 0 ? 1 : margin < 0 ? -1 : margin, Math.Abs(margin));

    /// <summary>One of the pieces between integers, of which each begins with its own.</summary>
    /// <param name="x">The number.</param>
    public static Piece BetweenIntegers(double x) => new(Math.Floor(x), Math.Abs(x - Math.Round(x)), IsJump: true);
}
