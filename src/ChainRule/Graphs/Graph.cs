namespace ChainRule.Graphs;

/// <summary>Walks over nodes. None of them recurses: a chain of a million nodes is as good as a short one.</summary>
public static class Graph
{
    /// <summary>All nodes that the roots depend on, and the roots themselves, each once and after its inputs.</summary>
    /// <remarks>
    /// The order is that of a depth-first walk from the first root, first input first, so it is always the same.
    /// </remarks>
    public static List<Node> TopologicalOrder(params ReadOnlySpan<Node> roots) =>
        TopologicalOrder(roots, static _ => false);

    /// <summary>
    /// The same, not looking behind nodes where <paramref name="stop"/> holds; those nodes are still listed.
    /// </summary>
    public static List<Node> TopologicalOrder(ReadOnlySpan<Node> roots, Func<Node, bool> stop)
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>();
        var path = new Stack<(Node Node, int NextInput)>();
        foreach (Node root in roots)
        {
            if (!seen.Add(root)) continue;
            path.Push((root, 0));
            while (path.TryPop(out (Node Node, int NextInput) top))
            {
                (Node node, int next) = top;
                if (next == node.Inputs.Length || stop(node))
                {
                    order.Add(node);
                    continue;
                }

                path.Push((node, next + 1));
                if (seen.Add(node.Inputs[next])) path.Push((node.Inputs[next], 0));
            }
        }

        return order;
    }

    /// <summary>
    /// The nodes that the roots depend on, as far back as any of the given nodes may be among them. A long history
    /// behind those, such as the steps of a descent before the present one, is not walked.
    /// </summary>
    internal static List<Node> Since(ReadOnlySpan<Node> earliest, params ReadOnlySpan<Node> roots)
    {
        long first = long.MaxValue;
        foreach (Node node in earliest) first = Math.Min(first, node.Number);
        return TopologicalOrder(roots, node => node.Number <= first);
    }
}
