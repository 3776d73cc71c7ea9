namespace ChainRule.Drawing.Scenes;

/// <summary>Fades all of a scene but one node and what goes into it and out of it.</summary>
internal static class Focus
{
    /// <summary>Marks what is faded.</summary>
    /// <param name="name">What the node is called: by the user, or in a listing.</param>
    /// <param name="scene">The scene.</param>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    public static void On(string name, Scene scene)
    {
        var names = ValueNames.Of(scene, SceneWords.Result(scene.Language));
        SceneNode centre = names.FirstOrDefault(pair => pair.Value == name).Key ?? throw new ArgumentException(
            $"Focus: there is no node {name} in the picture. Choose one of {string.Join(", ", names.Values)}.");
        var kept = new HashSet<SceneEdge>(centre.Inputs.Concat(centre.Outputs));
        foreach (SceneEdge edge in centre.Inputs)
        {
            if (edge.Source.Kind == SceneNodeKind.Branch) kept.Add(edge.Source.Inputs[0]);
        }

        foreach (SceneEdge edge in centre.Outputs)
        {
            if (edge.Target.Kind == SceneNodeKind.Branch) kept.UnionWith(edge.Target.Outputs);
        }

        var shown = new HashSet<SceneNode>(kept.SelectMany(static edge => (SceneNode[])[edge.Source, edge.Target]));
        foreach (SceneNode node in scene.Nodes)
        {
            node.IsFaded = !shown.Contains(node);
            foreach (SceneEdge edge in node.Inputs) edge.IsFaded = !kept.Contains(edge);
        }
    }

    /// <summary>Leaves out the numbers of what is faded, for pictures without light ink.</summary>
    public static Scene Emptied(Scene scene)
    {
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.IsFaded && node.Kind != SceneNodeKind.Constant) (node.Value, node.Derivative) = (null, null);
            foreach (SceneEdge edge in node.Inputs.Where(static edge => edge.IsFaded))
            {
                // The name of a leaf stands beside it.
                edge.Label = edge.Source.Kind == SceneNodeKind.Operation ? edge.Source.Name : null;
                edge.Derivative = null;
            }
        }

        return scene;
    }
}
