using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Autodiff;

/// <summary>
/// Backpropagation: from the result to the arguments, each node hands every input its adjoint times the local
/// derivative. What arrives at a node over several edges is added up before the node is treated, so each is treated
/// once (Griewank &amp; Walther 2008, §3.2).
/// </summary>
internal static class ReverseSweep
{
    /// <summary>The adjoints x̄ = Jᵀȳ.</summary>
    /// <param name="y">The result.</param>
    /// <param name="yBar">ȳ, of y's shape and dtype.</param>
    /// <param name="wrt">The arguments.</param>
    /// <returns>For each argument its adjoint; null where y does not depend on it.</returns>
    public static Node?[] Run(Node y, Node yBar, ReadOnlySpan<Node> wrt)
    {
        Dictionary<Node, Node> adjoints = Adjoints(y, yBar, wrt);
        var result = new Node?[wrt.Length];
        for (int i = 0; i < result.Length; i++) result[i] = adjoints.GetValueOrDefault(wrt[i]);
        return result;
    }

    /// <summary>The adjoints of all nodes on the paths from the result to the arguments.</summary>
    /// <param name="y">The result.</param>
    /// <param name="yBar">ȳ, of y's shape and dtype.</param>
    /// <param name="wrt">The arguments.</param>
    /// <param name="shares">
    /// If given, gets what each use of a node, as an input of a consumer, adds to its adjoint.
    /// </param>
    public static Dictionary<Node, Node> Adjoints(
        Node y, Node yBar, ReadOnlySpan<Node> wrt, Dictionary<(Node Consumer, int Input), Node>? shares = null)
    {
        List<Node> order = Graph.Since(wrt, y);
        HashSet<Node> active = Active(order, wrt);
        var contributions = new Dictionary<Node, List<Node>>();
        var adjoints = new Dictionary<Node, Node>();
        if (active.Contains(y)) contributions.Add(y, [yBar]);

        Origin? outer = Origin.Current;
        var sweep = new object();
        try
        {
            for (int i = order.Count - 1; i >= 0; i--)
            {
                Node node = order[i];
                if (!contributions.Remove(node, out List<Node>? arrived)) continue;
                Origin.Current = new Origin(node, Rule.Vjp, sweep);
                Node adjoint = Sum(arrived);
                adjoints.Add(node, adjoint);
                for (int input = 0; input < node.Inputs.Length; input++)
                {
                    Node target = node.Inputs[input];
                    if (!active.Contains(target) || node.Op.Vjp(node, input, adjoint) is not { } contribution) continue;
                    if (!contributions.TryGetValue(target, out List<Node>? list)) contributions.Add(target, list = []);
                    list.Add(contribution);
                    shares?.Add((node, input), contribution);
                }
            }
        }
        finally
        {
            Origin.Current = outer;
        }

        return adjoints;
    }

    /// <summary>The nodes that depend on an argument by floats alone: only they have a derivative to compute.</summary>
    private static HashSet<Node> Active(List<Node> order, ReadOnlySpan<Node> wrt)
    {
        var active = new HashSet<Node>();
        foreach (Node argument in wrt) active.Add(argument);
        foreach (Node node in order)
        {
            if (!node.DType.IsFloat || node.Op is StopGradient) continue;
            foreach (Node input in node.Inputs)
            {
                if (active.Contains(input)) active.Add(node);
            }
        }

        return active;
    }

    /// <summary>
    /// Adds up in a balanced tree: as many additions, but shorter chains and smaller rounding errors.
    /// </summary>
    private static Node Sum(List<Node> terms)
    {
        while (terms.Count > 1)
        {
            var sums = new List<Node>((terms.Count + 1) / 2);
            for (int i = 0; i + 1 < terms.Count; i += 2) sums.Add(Build.Binary<Add>(terms[i], terms[i + 1]));
            if (terms.Count % 2 != 0) sums.Add(terms[^1]);
            terms = sums;
        }

        return terms[0];
    }
}
