using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Layout;

/// <summary>Something that takes a place in a layer: a node, or an edge that passes through.</summary>
internal sealed class LayerItem
{
    private bool _isTurned;

    /// <summary>Makes the item of a node, or of a passing edge.</summary>
    /// <param name="node">The node; null for a passing edge.</param>
    /// <param name="slots">How many slots it has.</param>
    public LayerItem(SceneNode? node, int slots)
    {
        Node = node;
        for (int i = 0; i < slots; i++) Slots.Add(new Slot(this));
    }

    /// <summary>The node; null for a passing edge.</summary>
    public SceneNode? Node { get; }

    /// <summary>
    /// The slots from top to bottom: of an operation one for each operand, of a branch one for each use.
    /// </summary>
    public List<Slot> Slots { get; } = [];

    /// <summary>
    /// The slot where an operation's result leaves and a branch's value arrives: that of the first operand which is not
    /// a constant, so that the trunk of a picture is one straight line.
    /// </summary>
    public Slot Trunk => _isTurned ? Slots[^1] : Slots.Find(static slot => slot.Constant is null) ?? Slots[0];

    /// <summary>How many items of the layer are above this one.</summary>
    public int Index { get; set; }

    /// <summary>Whether an operation: what is drawn as a box.</summary>
    public bool IsOperation => Node?.Kind == SceneNodeKind.Operation;

    /// <summary>Whether the order of its operands means nothing, so that they may arrive in any.</summary>
    public bool IsCommutative => Node is
    {
        Kind: SceneNodeKind.Operation,
        OpName: "add" or "mul" or "maximum" or "minimum",
    };

    /// <summary>Whether a branch.</summary>
    public bool IsBranch => Node?.Kind == SceneNodeKind.Branch;

    /// <summary>Has its two operands arrive the other way round; the trunk stays that of the first one.</summary>
    public void Turn()
    {
        Slots.Reverse();
        _isTurned = !_isTurned;
    }
}
