using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>The parts of what was unfolded: a function, a layer.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Members">Its operations.</param>
internal sealed record SceneGroup(string Title, IReadOnlyList<SceneNode> Members)
{
    /// <summary>The groups of a scene that are open and have several operations, inner ones first.</summary>
    /// <param name="nodes">All nodes.</param>
    /// <param name="folding">What is folded.</param>
    public static IReadOnlyList<SceneGroup> Of(IReadOnlyList<SceneNode> nodes, Folding folding)
    {
        var members = new Dictionary<Scope, List<SceneNode>>();
        foreach (SceneNode node in nodes.Where(static node => node.Kind == SceneNodeKind.Operation))
        {
            // A folded box stands for its outermost group and lies in those around it.
            for (Scope? scope = node.Node.Scope; scope is not null; scope = scope.Parent)
            {
                if (folding.Folds(scope)) continue;
                if (!members.TryGetValue(scope, out List<SceneNode>? list)) members.Add(scope, list = []);
                list.Add(node);
            }
        }

        return
        [
            .. members.Where(static pair => pair.Value.Count > 1).OrderByDescending(static pair => Depth(pair.Key))
                .Select(static pair => new SceneGroup(pair.Key.Name, pair.Value)),
        ];
    }

    private static int Depth(Scope scope)
    {
        int depth = 0;
        for (Scope? outer = scope.Parent; outer is not null; outer = outer.Parent) depth++;
        return depth;
    }
}
