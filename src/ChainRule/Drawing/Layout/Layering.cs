using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Layout;

/// <summary>In which layer each node of a scene is; constants are in none.</summary>
internal static class Layering
{
    /// <summary>
    /// Each node as far left as its inputs allow; but a value goes on in one line as far as it can, so a branch
    /// is right before the first of its uses.
    /// </summary>
    public static Dictionary<SceneNode, int> Of(Scene scene)
    {
        var layers = new Dictionary<SceneNode, int>();
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.Kind == SceneNodeKind.Constant) continue;
            layers.Add(node, node.Inputs
                .Where(static edge => edge.Source.Kind != SceneNodeKind.Constant)
                .Select(edge => layers[edge.Source] + 1)
                .DefaultIfEmpty(node.Inputs.Count == 0 ? 0 : 1)
                .Max());
        }

        foreach (SceneNode node in scene.Nodes.Where(static node => node.Kind == SceneNodeKind.Branch))
            layers[node] = node.Outputs.Min(edge => layers[edge.Target]) - 1;
        return layers;
    }
}
