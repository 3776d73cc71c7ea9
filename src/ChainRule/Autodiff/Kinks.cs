using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Autodiff;

/// <summary>Finds where a function has kinks or jumps, and which of them a step crosses.</summary>
internal sealed class Kinks
{
    private readonly List<Node> _units = [];
    private readonly List<Node> _decisions = [];

    /// <summary>Collects the nodes below a result that choose between pieces.</summary>
    public Kinks(Node result)
    {
        // Behind StopGradient a choice has no part in the derivative: the maximum that only stabilises a softmax, for instance.
        foreach (Node node in Graph.TopologicalOrder([result], static node => node.Op is StopGradient))
        {
            if (DecisionOf(node) is not { } decision || Build.IsUniform(decision, out _)) continue;
            _units.Add(node);
            _decisions.Add(decision);
        }
    }

    /// <summary>Nodes whose values change exactly when a step crosses a kink or jump.</summary>
    public Node[] Decisions => [.. _decisions];

    /// <summary>The unit whose decision differs between both ends of a step; null if none does.</summary>
    public KinkUnit? Crossed(Storage[] below, Storage[] above)
    {
        for (int i = 0; i < _units.Count; i++)
        {
            for (int element = 0; element < below[i].Length; element++)
            {
                if (below[i][element] != above[i][element])
                    return new KinkUnit(Describe(_units[i]), Indices.Of(_decisions[i].Shape, element));
            }
        }

        return null;
    }

    private static Node? DecisionOf(Node node) => node.Op switch
    {
        Unary<Relu> or Unary<Abs> or Unary<Sign> => Build.Compare<Less>(Zero(node.Inputs[0]), node.Inputs[0]),
        Unary<Floor> or Unary<Round> => node,
        Binary<Max> or Binary<Min> => Build.Compare<Less>(node.Inputs[0], node.Inputs[1]),
        Ternary<Clamp> => Piece(node),
        Extremum extremum => Build.Compare<Equal>(node.Inputs[0], Build.Broadcast(
            Build.Reshape(node, node.Inputs[0].Shape.Without(extremum.Axes.Span, keep: true)), node.Inputs[0].Shape)),
        Select => node.Inputs[0],
        _ => null,
    };

    // −1 above the interval, 1 below it, 0 inside.
    private static Node Piece(Node clamp) => Build.Binary<Sub>(
        Build.Cast(Build.Compare<Less>(clamp.Inputs[0], clamp.Inputs[1]), DType.Int32),
        Build.Cast(Build.Compare<Less>(clamp.Inputs[2], clamp.Inputs[0]), DType.Int32));

    private static Node Zero(Node like) => Build.Fill(0, like.Type);

    private static string Describe(Node unit) =>
        (unit.Scope is null ? unit.Op.Name : $"{unit.Scope.Path}/{unit.Op.Name}") + (unit.Name is null ? "" : $" `{unit.Name}`");
}
