using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Tests.Ops;

/// <summary>Computes a tensor by one evaluator or the other, whatever the settings of the process are.</summary>
internal static class Both
{
    /// <summary>The elements as the fast evaluator computes them.</summary>
    public static double[] Direct(Tensor tensor) => Read(tensor, static (order, root) => DirectEvaluator.Run(order, [root]));

    /// <summary>The elements as the plain evaluator computes them.</summary>
    public static double[] Reference(Tensor tensor) => Read(tensor, static (order, root) => ReferenceEvaluator.Run(order, [root]));

    private static double[] Read(Tensor tensor, Action<List<Node>, Node> run)
    {
        Node root = tensor.Node;
        Storage? known = root.Value;
        if (known is null) run(Graph.TopologicalOrder([root], static node => node.Value is not null), root);
        Storage value = root.Value!;
        var elements = new double[value.Length];
        for (int i = 0; i < elements.Length; i++) elements[i] = value[i];
        // The tensor stays unknown, so that the other evaluator computes it too.
        root.Value = known;
        return elements;
    }
}
