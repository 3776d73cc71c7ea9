using ChainRule.Formulas;
using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>A pair of arrows: the value from source to target, and the derivative back.</summary>
internal sealed class SceneEdge(SceneNode source, SceneNode target, string? label, string? derivative, Node? share)
{
    /// <summary>Where the value comes from.</summary>
    public SceneNode Source { get; } = source;

    /// <summary>Where it is used.</summary>
    public SceneNode Target { get; } = target;

    /// <summary>What stands on the forward arrow; null for nothing.</summary>
    public string? Label { get; set; } = label;

    /// <summary>
    /// What stands on the backward arrow: the share of this use in the derivative; null if there is no such arrow.
    /// </summary>
    public string? Derivative { get; set; } = derivative;

    /// <summary>The same in <see cref="StackedNotation"/>; null where it is no formula.</summary>
    public string? Stacked { get; set; }

    /// <summary>Whether the picture is about other edges.</summary>
    public bool IsFaded { get; set; }

    /// <summary>The node that the share is; null if there is none.</summary>
    public Node? Share { get; } = share;
}
