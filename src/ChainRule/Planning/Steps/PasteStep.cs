using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Planning;

/// <summary>
/// A step that puts parts where they belong in a result: what pad, concat and fold are. The parts may lie in memory as
/// they like.
/// </summary>
internal sealed class PasteStep : Step
{
    /// <summary>Where the result goes, row-major.</summary>
    public required Place Output { get; init; }

    /// <summary>The shape of the result.</summary>
    public required Shape Shape { get; init; }

    /// <summary>One element, which the result is filled with first; null if the parts fill it.</summary>
    public required Storage? Fill { get; init; }

    /// <summary>Whether parts are added to what is there already; otherwise they replace it.</summary>
    public bool Adds { get; init; }

    /// <summary>The parts, in order.</summary>
    public required Part[] Parts { get; init; }

    /// <summary>The op and the shape of its result.</summary>
    public override string ToString() => $"{Title} {Shape}";

    /// <inheritdoc/>
    public override IEnumerable<Place> Reads => Parts.Select(static part => part.Source).Distinct();

    /// <inheritdoc/>
    public override IEnumerable<Place> Writes => [Output];

    /// <summary>A part, as a nest of loops.</summary>
    /// <param name="Source">The memory that it comes from.</param>
    /// <param name="From">The position of its first element there.</param>
    /// <param name="To">The position of its first element in the result.</param>
    /// <param name="Loops">From the outermost to the innermost.</param>
    /// <param name="AreApart">
    /// Whether the iterations of the outermost loop write different elements, so that threads may share them.
    /// </param>
    internal sealed record Part(Place Source, int From, int To, PasteLoop[] Loops, bool AreApart);
}
