namespace ChainRule.Drawing.Scenes;

/// <summary>What a picture of a graph shows, whatever it is drawn with.</summary>
/// <param name="nodes">All nodes, the result last.</param>
/// <param name="language">The language of its words.</param>
/// <param name="groups">What was unfolded.</param>
internal sealed class Scene(IReadOnlyList<SceneNode> nodes, Language language, IReadOnlyList<SceneGroup> groups)
{
    /// <summary>What was unfolded, inner groups first.</summary>
    public IReadOnlyList<SceneGroup> Groups { get; } = groups;

    /// <summary>The language of its words.</summary>
    public Language Language { get; } = language;

    /// <summary>All nodes, each after its inputs; operands before later operands. The last one is the result.</summary>
    public IReadOnlyList<SceneNode> Nodes { get; } = nodes;

    /// <summary>The end of the last arrow.</summary>
    public SceneNode Result => Nodes[^1];

    /// <summary>The number of operations and leaves, constants not counted.</summary>
    public int Size => Nodes.Count(static node => node.Kind is SceneNodeKind.Operation or SceneNodeKind.Leaf);
}
