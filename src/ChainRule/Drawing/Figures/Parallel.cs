namespace ChainRule.Drawing.Figures;

/// <summary>Lines beside others.</summary>
internal static class Parallel
{
    /// <summary>
    /// A line at a distance from another one, on its right as one goes along it: below, if it goes to the right.
    /// </summary>
    public static Point[] Of(IReadOnlyList<Point> line, double distance)
    {
        var result = new Point[line.Count];
        for (int i = 0; i < result.Length; i++)
        {
            Point before = i == 0 ? Normal(line[0], line[1]) : Normal(line[i - 1], line[i]);
            Point after = i == result.Length - 1 ? before : Normal(line[i], line[i + 1]);
            // At a bend both lines keep the distance.
            Point middle = (before + after).Unit();
            double cosine = Math.Max(0.3, (middle.X * before.X) + (middle.Y * before.Y));
            result[i] = line[i] + (distance / cosine * middle);
        }

        return result;
    }

    private static Point Normal(Point from, Point to)
    {
        Point direction = (to - from).Unit();
        return new(-direction.Y, direction.X);
    }
}
