using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>What leaves and results are called in a figure.</summary>
internal static class Names
{
    /// <summary>The name; for a nameless leaf its op, for a nameless result nothing.</summary>
    public static string Of(SceneNode node) =>
        node.Name ?? (node.Kind == SceneNodeKind.Leaf ? node.Op.Noun(node.Node) : "");
}
