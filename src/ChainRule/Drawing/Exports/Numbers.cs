using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>Numbers for the nodes of a scene, from 0, in their order.</summary>
internal static class Numbers
{
    /// <summary>The numbers.</summary>
    public static Dictionary<SceneNode, int> Of(Scene scene)
    {
        var numbers = new Dictionary<SceneNode, int>();
        foreach (SceneNode node in scene.Nodes) numbers.Add(node, numbers.Count);
        return numbers;
    }
}
