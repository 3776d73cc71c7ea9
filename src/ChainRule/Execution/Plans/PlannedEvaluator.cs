using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Computes graphs by plans: fused loops over planned memory.</summary>
internal static class PlannedEvaluator
{
    /// <inheritdoc cref="Evaluator.Run"/>
    public static Storage[] Run(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known)
    {
        // Asked once: another thread may compute a node meanwhile.
        Dictionary<Node, Storage> values = [];
        foreach (Node node in order)
        {
            if (known(node) is { } value) values.Add(node, value);
        }

        var inputs = new List<Storage>();
        Structure structure = Structure.Of(order, roots, values.GetValueOrDefault, inputs);
        PlanRun run = PlanCache.Take(structure)
            ?? new PlanRun(Planner.Run(Capture.Run(order, roots, values.ContainsKey)));
        for (int i = 0; i < inputs.Count; i++) run.BindInput(i, inputs[i]);
        for (int i = 0; i < run.Plan.Outputs.Count; i++)
        {
            Place output = run.Plan.Outputs[i];
            run.BindOutput(i, Storage.Allocate(output.DType, output.Length));
        }

        try
        {
            run.Run();
        }
        catch (Exception error)
            when (error is IndexOutOfRangeException or ArgumentException or InvalidOperationException)
        {
            // A plan speaks of the graph that it was made for; the message should speak of this one.
            return ReferenceEvaluator.Run(order, roots, values.GetValueOrDefault);
        }

        var results = new Storage[roots.Length];
        for (int i = 0; i < results.Length; i++) results[i] = run.Root(i);
        PlanCache.Return(structure, run);
        return results;
    }
}
