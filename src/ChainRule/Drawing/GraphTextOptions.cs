namespace ChainRule;

/// <summary>How <see cref="GraphText"/> draws.</summary>
public sealed record GraphTextOptions : GraphViewOptions
{
    /// <summary>The usual ones.</summary>
    public GraphTextOptions()
    {
    }

    /// <summary>The usual ones, for a view of the graph.</summary>
    /// <param name="view">What is shown.</param>
    public GraphTextOptions(GraphViewOptions view)
        : base(view)
    {
    }

    /// <summary>The narrowest picture that can be asked for.</summary>
    public const int SmallestWidth = 20;

    /// <summary>Whether lines and symbols are made of ASCII characters only; names stay as they are.</summary>
    public bool Ascii { get; init; }

    /// <summary>
    /// How many columns a line may fill, at least <see cref="SmallestWidth"/>; what does not fit is listed instead.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is below <see cref="SmallestWidth"/>.</exception>
    public int MaxWidth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, SmallestWidth);
            field = value;
        }
    } = 100;

    /// <summary>How many operations and leaves a picture may show; larger graphs are listed.</summary>
    public int MaxNodes { get; init; } = 40;
}
