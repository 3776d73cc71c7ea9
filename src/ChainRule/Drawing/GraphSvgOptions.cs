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
}
