using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>The nodes of a group that was unfolded, for tools that draw a frame around them.</summary>
/// <param name="Title">What it is called.</param>
internal sealed record Cluster(string Title)
{
    /// <summary>The groups inside.</summary>
    public List<Cluster> Inner { get; } = [];

    /// <summary>The nodes that are in no inner group.</summary>
    public List<SceneNode> Nodes { get; } = [];

    /// <summary>All of a scene: what is in no group, and the groups.</summary>
    public static Cluster Of(Scene scene)
    {
        var whole = new Cluster("");
        Cluster[] clusters = [.. scene.Groups.Select(static group => new Cluster(group.Title))];
        HashSet<SceneNode>[] members = [.. scene.Groups.Select(static group => group.Members.ToHashSet())];
        for (int i = 0; i < clusters.Length; i++)
        {
            // Inner groups come first.
            SceneNode member = scene.Groups[i].Members[0];
            int outer = Array.FindIndex(members, i + 1, group => group.Contains(member));
            (outer < 0 ? whole : clusters[outer]).Inner.Add(clusters[i]);
        }

        foreach (SceneNode node in scene.Nodes)
        {
            int home = Array.FindIndex(members, group => IsIn(group, node));
            (home < 0 ? whole : clusters[home]).Nodes.Add(node);
        }

        return whole;
    }

    // A number stands with its operation, a branch with the operations around it.
    private static bool IsIn(HashSet<SceneNode> group, SceneNode node) => node.Kind switch
    {
        SceneNodeKind.Operation => group.Contains(node),
        SceneNodeKind.Constant => group.Contains(node.Outputs[0].Target),
        SceneNodeKind.Branch => group.Contains(node.Trunk)
            && node.Outputs.TrueForAll(edge => group.Contains(edge.Target)),
        _ => false,
    };
}
