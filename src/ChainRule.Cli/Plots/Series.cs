namespace ChainRule.Cli;

/// <summary>A line in a plot.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Look">The CSS class that gives it its colour.</param>
/// <param name="Points">From left to right. Where y is not finite the line has a gap.</param>
/// <param name="Marked">Whether each point has a mark, as few measured points should.</param>
internal sealed record Series(string Name, string Look, IReadOnlyList<Point> Points, bool Marked = false);
