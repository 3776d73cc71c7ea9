namespace ChainRule;

/// <summary>How <see cref="GraphSvg"/> draws.</summary>
public sealed record GraphSvgOptions
{
    /// <summary>A line below the picture; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>Whether to draw light lines on a dark ground.</summary>
    public bool Dark { get; init; }
}
