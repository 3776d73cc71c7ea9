using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Tests.Execution;

/// <summary>Computes graphs in one way or another, whatever the settings of the process are.</summary>
internal sealed class Ways
{
    private readonly Node[] _roots, _leaves;
    private readonly List<Node> _order;

    /// <summary>Prepares a graph.</summary>
    /// <param name="roots">What is wanted.</param>
    /// <param name="leaves">What can be replaced.</param>
    public Ways(IEnumerable<Tensor> roots, IEnumerable<Tensor> leaves)
    {
        _roots = [.. roots.Select(static root => root.Node)];
        _leaves = [.. leaves.Select(static leaf => leaf.Node)];
        _order = Graph.TopologicalOrder(_roots, static node => node.Value is not null);
    }

    /// <summary>A plan for the graph, with the kernels of a mode and a width.</summary>
    public PlanRun Plan(ExecutionMode mode, int bits) =>
        With(mode, bits, 1, () => Evaluator.Prepare(_order, _roots, static node => node.Value is not null));

    /// <summary>The values of the roots by the plain loops of the ops.</summary>
    public Storage[] Reference(Tensor[]? leaves = null) =>
        ReferenceEvaluator.Run(_order, _roots, node => ValueOf(node, leaves));

    /// <summary>The values of the roots by a plan, in memory full of NaN.</summary>
    public Storage[] Run(PlanRun run, int threads, Tensor[]? leaves = null)
    {
        int input = 0;
        foreach (Node node in _order)
        {
            if (ValueOf(node, leaves) is { } value) run.BindInput(input++, value);
        }

        run.FillArena(0xFF);
        for (int i = 0; i < run.Plan.Outputs.Count; i++)
        {
            Storage output = Storage.Allocate(run.Plan.Outputs[i].DType, run.Plan.Outputs[i].Length);
            output.Bytes.Fill(0xFF);
            run.BindOutput(i, output);
        }

        return With(ExecutionSettings.Mode, ExecutionSettings.VectorBits, threads, () =>
        {
            run.Run();
            return _roots.Select((_, i) => run.Root(i)).ToArray();
        });
    }

    private Storage? ValueOf(Node node, Tensor[]? leaves)
    {
        int leaf = leaves is null ? -1 : Array.IndexOf(_leaves, node);
        return leaf < 0 ? node.Value : leaves![leaf].Elements();
    }

    /// <summary>Does something under other settings.</summary>
    public static T With<T>(ExecutionMode mode, int bits, int threads, Func<T> compute)
    {
        (ExecutionMode oldMode, int oldBits, int oldThreads) =
            (ExecutionSettings.Mode, ExecutionSettings.VectorBits, ExecutionSettings.Threads);
        try
        {
            (ExecutionSettings.Mode, ExecutionSettings.VectorBits, ExecutionSettings.Threads) = (mode, bits, threads);
            return compute();
        }
        finally
        {
            (ExecutionSettings.Mode, ExecutionSettings.VectorBits, ExecutionSettings.Threads) =
                (oldMode, oldBits, oldThreads);
        }
    }
}
