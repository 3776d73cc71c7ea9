using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>A value that a unit takes in.</summary>
/// <param name="source">The node that computes it.</param>
internal sealed class UnitInput(Node source)
{
    /// <summary>The node that computes it.</summary>
    public Node Source { get; } = source;

    /// <summary>Where the unit uses it: which input of which of its nodes.</summary>
    public List<(Node Consumer, int Input)> Uses { get; } = [];

    /// <summary>What these uses add to the derivative of the source; null where they add nothing.</summary>
    public Node? Share { get; set; }
}
