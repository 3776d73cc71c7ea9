using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Computes nodes. Graphs and Autodiff know nothing of how: a planner or a compiler would take its place here.</summary>
internal static class Evaluator
{
    /// <summary>Computes the roots together, so that what they share is computed once, and keeps their values.</summary>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    public static void Compute(params ReadOnlySpan<Node> roots)
    {
        List<Node> order = Graph.TopologicalOrder(roots, static node => node.Value is not null);
        switch (ExecutionSettings.Mode)
        {
            case ExecutionMode.Reference: ReferenceEvaluator.Run(order, roots); break;
            default: DirectEvaluator.Run(order, roots); break;
        }
    }
}
