using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Layout;

/// <summary>
/// A place of one line at an item: at most one link arrives there from the left and one leaves to the right.
/// </summary>
internal sealed class Slot(LayerItem item)
{
    /// <summary>Whose slot it is.</summary>
    public LayerItem Item { get; } = item;

    /// <summary>What arrives from the left.</summary>
    public Link? In { get; set; }

    /// <summary>What leaves to the right.</summary>
    public Link? Out { get; set; }

    /// <summary>The constant that stands here in place of a link from the left.</summary>
    public SceneNode? Constant { get; init; }

    /// <summary>How many slots of the layer are above this one.</summary>
    public int Position { get; set; }

    /// <summary>The line of text, counted from 0; the backward arrow is in the line below.</summary>
    public int Row { get; set; }

    /// <summary>How many lines the slot takes: two where a derivative comes back.</summary>
    public int Height => (In ?? Out)?.Edge.Derivative is not null || Out?.Edge.Derivative is not null ? 2 : 1;
}
