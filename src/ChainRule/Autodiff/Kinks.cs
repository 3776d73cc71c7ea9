using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Autodiff;

/// <summary>
/// Finds the kinks and jumps that a step crosses. Where a function has pieces, it or its derivative decides between
/// them: by a comparison, by integers made of floats, or by a function that is constant between its jumps. A decision
/// that differs at both ends is a crossing.
/// </summary>
internal sealed class Kinks
{
    /// <summary>Collects the decisions in the graphs of a result and its derivatives.</summary>
    public Kinks(Node result, IEnumerable<Node> adjoints)
    {
        // Behind StopGradient a decision has no part in the derivative.
        List<Node> nodes = Graph.TopologicalOrder([result, .. adjoints], static node => node.Op is StopGradient);
        Decisions = [.. nodes.Where(IsDecision)];
    }

    /// <summary>Nodes whose values change exactly when a kink or jump is crossed.</summary>
    public Node[] Decisions { get; }

    /// <summary>The unit whose decision differs between both ends of a step; null if none does.</summary>
    public KinkUnit? Crossed(ReadOnlySpan<Storage> below, ReadOnlySpan<Storage> above)
    {
        for (int i = 0; i < Decisions.Length; i++)
        {
            for (int element = 0; element < below[i].Length; element++)
            {
                // NaN on both sides is no crossing.
                if (!below[i][element].Equals(above[i][element]))
                    return new KinkUnit(Describe(Decisions[i]), Indices.Of(Decisions[i].Shape, element));
            }
        }

        return null;
    }

    private static bool IsDecision(Node node)
    {
        if (node.Op is StopGradient) return false;
        foreach (Node input in node.Inputs)
        {
            if (input.DType.IsFloat && (!node.DType.IsFloat || IsPiecewiseConstant(node))) return true;
        }

        return false;
    }

    // Sign, floor, round and the like: their rule says that the derivative is zero everywhere.
    private static bool IsPiecewiseConstant(Node node) =>
        node.Op is DifferentiableOp && node.Op.Vjp(node, 0, node) is null;

    // A decision in the derivative belongs to the node that was differentiated.
    private static string Describe(Node decision)
    {
        Node unit = decision.Origin?.Node ?? decision;
        return (unit.Scope is null ? unit.Op.Name : $"{unit.Scope.Path}/{unit.Op.Name}")
            + (unit.Name is null ? "" : $" `{unit.Name}`");
    }
}
