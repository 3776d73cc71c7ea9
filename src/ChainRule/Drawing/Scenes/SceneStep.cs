namespace ChainRule.Drawing.Scenes;

/// <summary>
/// One step through a scene: an operation computes its value; the result's derivative by itself begins; an operation
/// hands a share back along an edge; or, at a branch, shares are added up.
/// </summary>
/// <param name="Node">Where it happens.</param>
/// <param name="Edge">Along which edge a derivative goes; null in a step forwards.</param>
internal sealed record SceneStep(SceneNode Node, SceneEdge? Edge)
{
    /// <summary>All steps: values from left to right, then derivatives from right to left.</summary>
    public static IEnumerable<SceneStep> Of(Scene scene)
    {
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.Kind == SceneNodeKind.Operation) yield return new(node, null);
        }

        if (scene.Result.Adjoint is null) yield break;
        yield return new(scene.Result, scene.Result.Inputs[0]);
        for (int i = scene.Nodes.Count - 1; i >= 0; i--)
        {
            SceneNode node = scene.Nodes[i];
            if (node.Adjoint is null) continue;
            if (node.Kind == SceneNodeKind.Operation)
            {
                foreach (SceneEdge edge in node.Inputs)
                {
                    if (edge.Share is not null) yield return new(node, edge);
                }
            }
            else if (node.Kind == SceneNodeKind.Branch && Shares(node).Count() > 1)
            {
                yield return new(node, node.Inputs[0]);
            }
        }
    }

    /// <summary>The edges along which derivatives come back to a branch.</summary>
    public static IEnumerable<SceneEdge> Shares(SceneNode branch) =>
        branch.Outputs.Where(static edge => edge.Share is not null);
}
