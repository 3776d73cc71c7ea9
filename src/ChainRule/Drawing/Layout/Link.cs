using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Layout;

/// <summary>A part of an edge: from one layer to the next.</summary>
internal sealed class Link(SceneEdge edge, Slot source, Slot target)
{
    /// <summary>The edge.</summary>
    public SceneEdge Edge { get; } = edge;

    /// <summary>The slot at the left.</summary>
    public Slot Source { get; } = source;

    /// <summary>The slot at the right.</summary>
    public Slot Target { get; set; } = target;

    /// <summary>Whether it begins at the edge's source.</summary>
    public bool IsFirst => Source.Item.Node is not null;

    /// <summary>Whether it ends at the edge's target.</summary>
    public bool IsLast => Target.Item.Node is not null;

    /// <summary>Whether it is drawn without a bend.</summary>
    public bool IsStraight { get; set; }
}
