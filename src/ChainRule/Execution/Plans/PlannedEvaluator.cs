using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Computes graphs by plans: fused loops over planned memory.</summary>
internal static class PlannedEvaluator
{
    /// <inheritdoc cref="Evaluator.Run"/>
    public static Storage[] Run(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known)
    {
        var inputs = new List<(Node Node, Storage Value)>();
        Structure structure = Structure.Of(order, roots, known, inputs);
        PlanRun run = PlanCache.Take(structure) ?? Planned(order, roots, inputs);
        for (int i = 0; i < inputs.Count; i++) run.BindInput(i, inputs[i].Value);
        for (int i = 0; i < run.Plan.Outputs.Count; i++)
        {
            Place output = run.Plan.Outputs[i];
            run.BindOutput(i, StoragePool.Allocate(output.DType, output.Length));
        }

        try
        {
            run.Run();
        }
        catch (Exception error)
            when (error is IndexOutOfRangeException or ArgumentException or InvalidOperationException)
        {
            // A plan speaks of the graph that it was made for; the message should speak of this one. If nothing is
            // wrong with the graph, then with the plan: that must not look like a slow success.
            _ = ReferenceEvaluator.Run(order, roots, known);
            throw;
        }

        var results = new Storage[roots.Length];
        for (int i = 0; i < results.Length; i++) results[i] = run.Root(i);
        PlanCache.Return(structure, run);
        return results;
    }

    private static PlanRun Planned(
        List<Node> order, ReadOnlySpan<Node> roots, List<(Node Node, Storage Value)> inputs)
    {
        HashSet<Node> given = [.. inputs.Select(static input => input.Node)];
        return Evaluator.Prepare(order, roots, given.Contains);
    }
}
