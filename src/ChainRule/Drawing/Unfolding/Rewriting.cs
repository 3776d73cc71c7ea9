using ChainRule.Graphs;

namespace ChainRule.Drawing.Unfolding;

/// <summary>Makes another graph of a graph: some nodes replaced, and what is computed from them built anew.</summary>
internal static class Rewriting
{
    /// <summary>Rewrites a graph.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="replace">
    /// What takes the place of a node, given its new inputs; null to keep the op. Nodes it makes belong to the group of
    /// the node.
    /// </param>
    /// <returns>For every node what stands in its place: often the node itself.</returns>
    public static Dictionary<Node, Node> Run(Node result, Func<Node, Node[], Node?> replace)
    {
        var places = new Dictionary<Node, Node>();
        foreach (Node node in Graph.TopologicalOrder(result))
        {
            Node[] inputs = new Node[node.Inputs.Length];
            bool isSame = true;
            for (int i = 0; i < inputs.Length; i++)
            {
                inputs[i] = places[node.Inputs[i]];
                isSame &= inputs[i] == node.Inputs[i];
            }

            using Scope.Section scope = Scope.Within(node.Scope);
            Node place = replace(node, inputs) ?? (isSame ? node : Node.Create(node.Op, inputs));
            if (place != node) place.Name ??= node.Name;
            places.Add(node, place);
        }

        return places;
    }
}
