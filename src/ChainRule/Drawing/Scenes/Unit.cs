using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>What is drawn as one: a node, or several that are folded into a box.</summary>
/// <param name="node">The node, or the only one of the box whose value is used outside.</param>
/// <param name="title">What is written on the box; null for a node.</param>
internal sealed class Unit(Node node, string? title)
{
    /// <summary>The node whose value it gives.</summary>
    public Node Node { get; } = node;

    /// <summary>What is written on the box; null for a node.</summary>
    public string? Title { get; } = title;

    /// <summary>What comes in: of a node each operand, of a box each value that it uses, once.</summary>
    public List<UnitInput> Inputs { get; } = [];
}
