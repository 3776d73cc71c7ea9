namespace ChainRule.Cli;

/// <summary>A point in a plot, in the units of its axes.</summary>
internal readonly record struct Point(double X, double Y);
