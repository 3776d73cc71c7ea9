using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Computes every node by its op's own plain loop: slow, obvious, and the oracle of all faster ways.</summary>
internal static class ReferenceEvaluator
{
    /// <inheritdoc cref="Evaluator.Run"/>
    public static Storage[] Run(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known)
    {
        var values = new Dictionary<Node, Storage>(order.Count);
        foreach (Node node in order) values.Add(node, known(node) ?? Compute(node, values));
        var results = new Storage[roots.Length];
        for (int i = 0; i < results.Length; i++) results[i] = values[roots[i]];
        return results;
    }

    private static Storage Compute(Node node, Dictionary<Node, Storage> values)
    {
        var inputs = new Storage[node.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = values[node.Inputs[i]];
        Storage output = Storage.Allocate(node.DType, node.Shape.Length);
        node.Op.Evaluate(node, inputs, output);
        return output;
    }
}
