using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Computes nodes, by plans or by the reference. Graphs and Autodiff know nothing of how.
/// </summary>
internal static class Evaluator
{
    /// <summary>
    /// Computes the roots together, so that what they share is computed once, and keeps their values.
    /// </summary>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    public static void Compute(params ReadOnlySpan<Node> roots)
    {
        List<Node> order = Graph.TopologicalOrder(roots, static node => node.Value is not null);
        Storage[] values = Run(order, roots, static node => node.Value);
        for (int i = 0; i < values.Length; i++) roots[i].Value ??= values[i];
    }

    /// <summary>Plans the computation of nodes, for whoever runs it many times.</summary>
    /// <param name="order">The nodes, each after its inputs.</param>
    /// <param name="roots">The nodes of the order whose values are wanted.</param>
    /// <param name="isInput">Whether a node is given at every run; in order, they are the plan's inputs.</param>
    public static PlanRun Prepare(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, bool> isInput) =>
        new(Planner.Run(Capture.Run(order, roots, isInput)));

    /// <summary>How nodes would be computed, as text.</summary>
    public static string Explain(ReadOnlySpan<Node> roots, Func<Node, bool> isInput)
    {
        GraphProgram program = Capture.Run(Graph.TopologicalOrder(roots, isInput), roots, isInput);
        return $"graph\n{program}\n\nplan\n{Planner.Run(program)}";
    }

    /// <summary>Computes nodes and leaves no trace on them.</summary>
    /// <param name="order">
    /// The nodes, each after its inputs; behind those that are known nothing needs to be listed.
    /// </param>
    /// <param name="roots">The nodes of the order whose values are wanted.</param>
    /// <param name="known">The value of a node that need not be computed; null for others.</param>
    /// <returns>The elements of each root, row-major; they may be those of a known node or of another root.</returns>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    public static Storage[] Run(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known) =>
        ExecutionSettings.Mode switch
        {
            ExecutionMode.Reference => ReferenceEvaluator.Run(order, roots, known),
            _ => PlannedEvaluator.Run(order, roots, known),
        };
}
