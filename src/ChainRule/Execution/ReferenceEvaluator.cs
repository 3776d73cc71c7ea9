using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Computes every node by its op's own plain loop: slow, obvious, and the oracle of all faster ways.</summary>
internal static class ReferenceEvaluator
{
    /// <summary>Computes the nodes, each after its inputs, and keeps the values of the roots.</summary>
    public static void Run(List<Node> order, ReadOnlySpan<Node> roots)
    {
        var values = new Dictionary<Node, Storage>(order.Count);
        foreach (Node node in order)
        {
            if (node.Value is null)
            {
                var inputs = new Storage[node.Inputs.Length];
                for (int i = 0; i < inputs.Length; i++) inputs[i] = values[node.Inputs[i]];
                Storage output = Storage.Allocate(node.DType, node.Shape.Length);
                node.Op.Evaluate(node, inputs, output);
                values.Add(node, output);
            }
            else
            {
                values.Add(node, node.Value);
            }
        }

        foreach (Node root in roots) root.Value ??= values[root];
    }
}
