namespace ChainRule.Cli;

/// <summary>How a picture of a graph looks.</summary>
/// <param name="Caption">The line below; null for none.</param>
/// <param name="Dark">Whether it is light on dark.</param>
/// <param name="View">What it shows.</param>
internal sealed record GraphStyle(string? Caption, bool Dark, GraphViewOptions View);
