using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A part of a chapter.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Text.</summary>
    /// <param name="Words">The text.</param>
    public sealed record Paragraph(Localised Words) : Block;

    /// <summary>A figure of the lesson as it is.</summary>
    /// <param name="Name">The figure's name.</param>
    public sealed record Picture(string Name) : Block;

    /// <summary>A graph to step through, and to open in the workbench.</summary>
    /// <param name="Formula">The formula, with English names.</param>
    /// <param name="Values">The values of its variables, such as <c>x=3,y=4</c>.</param>
    /// <param name="Unfold">What can be unfolded by a button; null for nothing.</param>
    public sealed record Live(string Formula, string Values, string? Unfold = null) : Block;

    /// <summary>Something to do.</summary>
    /// <param name="Kind">What.</param>
    public sealed record Task(TaskKind Kind) : Block;
}
