namespace ChainRule;

/// <summary>How <see cref="GraphSvg"/> draws.</summary>
public sealed record GraphSvgOptions : GraphViewOptions
{
    /// <summary>The usual ones.</summary>
    public GraphSvgOptions()
    {
    }

    /// <summary>The usual ones, for a view of the graph.</summary>
    /// <param name="view">What is shown.</param>
    public GraphSvgOptions(GraphViewOptions view)
        : base(view)
    {
    }

    /// <summary>A line below the picture; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>Whether to draw light lines on a dark ground.</summary>
    public bool Dark { get; init; }

    /// <summary>
    /// Whether parts say when they belong to the picture, for pages that show it step by step. They are groups of the
    /// class <c>node</c>, <c>value</c> or <c>derivative</c>, with the number of the step of
    /// <c>GraphSteps</c>, from 1, at which they appear in <c>data-step</c>, and in
    /// <c>data-active</c> the numbers of all steps in which they take part. A node that can be unfolded has the name
    /// for <see cref="GraphViewOptions.Unfold"/> in <c>data-unfold</c>.
    /// </summary>
    public bool MarkSteps { get; init; }
}
