using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Tests.Ops;

/// <summary>Computes a tensor by one evaluator or the other, whatever the settings of the process are.</summary>
internal static class Both
{
    private delegate Storage[] Evaluation(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known);

    /// <summary>The elements as the fast evaluator computes them.</summary>
    public static double[] Direct(Tensor tensor) => Read(tensor, PlannedEvaluator.Run);

    /// <summary>The elements as the plain evaluator computes them.</summary>
    public static double[] Reference(Tensor tensor) => Read(tensor, ReferenceEvaluator.Run);

    private static double[] Read(Tensor tensor, Evaluation run)
    {
        List<Node> order = Graph.TopologicalOrder([tensor.Node], static node => node.Value is not null);
        Storage value = run(order, [tensor.Node], static node => node.Value)[0];
        var elements = new double[value.Length];
        for (int i = 0; i < elements.Length; i++) elements[i] = value[i];
        return elements;
    }
}
