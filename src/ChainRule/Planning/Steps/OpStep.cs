using ChainRule.Graphs;

namespace ChainRule.Planning;

/// <summary>A step that lets an op evaluate itself.</summary>
internal sealed class OpStep : Step
{
    /// <summary>A node of the op.</summary>
    public required Node Node { get; init; }

    /// <summary>Where each input lies, row-major.</summary>
    public required Layout[] Inputs { get; init; }

    /// <summary>Where the result goes.</summary>
    public required Place Output { get; init; }

    /// <summary>The op and the shape of its result.</summary>
    public override string ToString() => $"{Node.Op.Name} {Node.Shape}";

    /// <inheritdoc/>
    public override IEnumerable<Place> Reads => Inputs.Select(static layout => layout.Place).Distinct();

    /// <inheritdoc/>
    public override IEnumerable<Place> Writes => [Output];
}
