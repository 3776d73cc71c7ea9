using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>One thing to be drawn, with the edges to and from it.</summary>
/// <param name="kind">What it is.</param>
/// <param name="node">The node whose value it gives.</param>
/// <param name="title">What is written on a box of several folded nodes; null for a single node.</param>
internal sealed class SceneNode(SceneNodeKind kind, Node node, string? title = null)
{
    /// <summary>What it is.</summary>
    public SceneNodeKind Kind { get; } = kind;

    /// <summary>The node it stands for; a branch and the result stand for the node whose value they pass on.</summary>
    public Node Node { get; } = node;

    /// <summary>Whether it is a box of several folded nodes.</summary>
    public bool IsFolded { get; } = title is not null;

    /// <summary>The op that is applied; of a folded box, the last one.</summary>
    public Op Op => Node.Op;

    /// <summary>What the op or the folded box is called in words.</summary>
    public string OpName { get; } = title ?? node.Op.Name;

    /// <summary>What stands inside the drawn node.</summary>
    public string Symbol { get; set; } = title ?? node.Op.Symbol;

    /// <summary>The number that stands with the sign inside the node, as 2 does in ×2; null for none.</summary>
    public string? Joined { get; set; }

    /// <summary>The user's name for the value, free of control characters.</summary>
    public string? Name { get; } = node.Name is { } name
        ? string.Concat(name.Select(static c => char.IsControl(c) ? ' ' : c))
        : null;

    /// <summary>What stands beside a leaf or the result: its name; what a nameless leaf is; or nothing.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The shape in which its value and derivative are shown.</summary>
    public Shape Shape { get; set; } = node.Shape;

    /// <summary>The value, or the shape of what is not a scalar; null if there is no value.</summary>
    public string? Value { get; set; }

    /// <summary>The derivative of the result by this value, likewise; null where there is none.</summary>
    public string? Derivative { get; set; }

    /// <summary>The node that the derivative is; null where there is none.</summary>
    public Node? Adjoint { get; set; }

    /// <summary>Whether the picture is about other nodes.</summary>
    public bool IsFaded { get; set; }

    /// <summary>The edges of the operands, in order.</summary>
    public List<SceneEdge> Inputs { get; } = [];

    /// <summary>The edges to the consumers.</summary>
    public List<SceneEdge> Outputs { get; } = [];

    /// <summary>The node itself, or for a branch the node that branches.</summary>
    public SceneNode Trunk => Kind == SceneNodeKind.Branch ? Inputs[0].Source : this;
}
