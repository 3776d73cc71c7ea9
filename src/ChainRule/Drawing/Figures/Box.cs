namespace ChainRule.Drawing.Figures;

/// <summary>A rectangle of a figure.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>What a text fills.</summary>
    public static Box Of(Mark.Text text)
    {
        double width = Metrics.WidthOf(text.Words);
        double left = text.Place.X - (text.Align switch { Align.Start => 0, Align.Middle => width / 2, _ => width });
        return new(
            left,
            text.Place.Y - (Metrics.Ascent * Metrics.TextSize),
            left + width,
            text.Place.Y + (Metrics.Descent * Metrics.TextSize));
    }

    /// <summary>What a node fills.</summary>
    public static Box Of(Mark.Node node) => new(
        node.Centre.X - (node.Width / 2),
        node.Centre.Y - (node.Height / 2),
        node.Centre.X + (node.Width / 2),
        node.Centre.Y + (node.Height / 2));

    /// <summary>The smallest one around both.</summary>
    public Box With(Box other) => new(
        Math.Min(Left, other.Left),
        Math.Min(Top, other.Top),
        Math.Max(Right, other.Right),
        Math.Max(Bottom, other.Bottom));

    /// <summary>The same, larger at every side.</summary>
    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    /// <summary>Whether they have an area in common.</summary>
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether all of the other one is inside.</summary>
    public bool Contains(Box other) =>
        Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    /// <summary>Whether a line goes through it.</summary>
    public bool IsCrossedBy(Mark.Arrow arrow)
    {
        const int Steps = 40;
        for (int i = 0; i + 1 < arrow.Points.Length; i++)
        {
            for (int step = 0; step <= Steps; step++)
            {
                Point at = arrow.Points[i] + ((double)step / Steps * (arrow.Points[i + 1] - arrow.Points[i]));
                if (at.X > Left && at.X < Right && at.Y > Top && at.Y < Bottom) return true;
            }
        }

        return false;
    }
}
