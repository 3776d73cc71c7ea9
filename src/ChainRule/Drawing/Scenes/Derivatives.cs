using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>The derivatives of one number by all values on the paths to some arguments: in total, and use by use.</summary>
internal sealed class Derivatives
{
    private readonly Dictionary<Node, Node> _adjoints = [];
    private readonly Dictionary<(Node, int), Node> _shares = [];

    private Derivatives()
    {
    }

    /// <summary>Builds the derivatives; computes nothing.</summary>
    /// <param name="order">All nodes of the graph, inputs first; the last one is the result, one float.</param>
    /// <param name="arguments">The ends of the paths.</param>
    public static Derivatives Build(List<Node> order, IReadOnlyCollection<Node> arguments)
    {
        var active = new HashSet<Node>(arguments);
        foreach (Node node in order)
        {
            if (!node.DType.IsFloat || node.Op is StopGradient) continue;
            foreach (Node input in node.Inputs)
            {
                if (active.Contains(input)) active.Add(node);
            }
        }

        var derivatives = new Derivatives();
        Node result = order[^1];
        Node[] path = [.. order.Where(active.Contains)];
        Node?[] adjoints = ReverseSweep.Run(result, Ops.Build.Fill(1, result.Type), path);
        for (int i = 0; i < path.Length; i++)
        {
            if (adjoints[i] is { } adjoint) derivatives._adjoints.Add(path[i], adjoint);
        }

        foreach (Node node in path)
        {
            if (!derivatives._adjoints.TryGetValue(node, out Node? adjoint) || node.Op is StopGradient) continue;
            for (int input = 0; input < node.Inputs.Length; input++)
            {
                if (active.Contains(node.Inputs[input]) && node.Op.Vjp(node, input, adjoint) is { } share)
                    derivatives._shares.Add((node, input), share);
            }
        }

        return derivatives;
    }

    /// <summary>The derivative by a node; null where there is none.</summary>
    public Node? Of(Node node) => _adjoints.GetValueOrDefault(node);

    /// <summary>What one use of a node adds to its derivative; null where it adds none.</summary>
    public Node? Share(Node consumer, int input) => _shares.GetValueOrDefault((consumer, input));
}
