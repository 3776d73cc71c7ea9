namespace ChainRule.Drawing.Figures;

/// <summary>A point of a figure: X to the right, Y down, in pixels of a screen.</summary>
internal readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(double factor, Point a) => new(factor * a.X, factor * a.Y);

    /// <summary>The distance from (0, 0).</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The same direction with length 1; (1, 0) for the point (0, 0).</summary>
    public Point Unit() => Length == 0 ? new(1, 0) : (1 / Length) * this;
}
