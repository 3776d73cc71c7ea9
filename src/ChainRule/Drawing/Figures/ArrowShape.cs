namespace ChainRule.Drawing.Figures;

/// <summary>
/// What an arrow is drawn with: a line, which ends where the head begins, so that a hollow head stays hollow.
/// </summary>
/// <param name="Line">The line's points.</param>
/// <param name="Head">The corners of the head.</param>
/// <param name="Width">How wide the line is, also that around a hollow head; a full one has none.</param>
internal sealed record ArrowShape(Point[] Line, Point[] Head, double Width)
{
    private const double HollowLength = 9, HollowWidth = 7, FullLength = 12, FullWidth = 10;

    /// <summary>The shape of an arrow.</summary>
    public static ArrowShape Of(Mark.Arrow arrow)
    {
        bool isFull = arrow.IsBackward;
        (double length, double width) = isFull ? (FullLength, FullWidth) : (HollowLength, HollowWidth);
        Point tip = arrow.Points[^1], direction = (tip - arrow.Points[^2]).Unit();
        Point foot = tip - (length * direction), side = (width / 2) * new Point(-direction.Y, direction.X);
        return new([.. arrow.Points[..^1], foot], [tip, foot + side, foot - side], isFull ? 3.5 : 1.3);
    }
}
