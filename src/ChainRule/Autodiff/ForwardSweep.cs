using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Autodiff;

/// <summary>
/// Forward mode: from the arguments to the result, each node makes its tangent of its inputs' tangents
/// (Griewank &amp; Walther 2008, §3.1).
/// </summary>
internal static class ForwardSweep
{
    /// <summary>The tangent ẏ = Jẋ; null where y does not depend on the arguments.</summary>
    /// <param name="y">The result.</param>
    /// <param name="wrt">The arguments.</param>
    /// <param name="tangents">ẋ of each argument, of its shape and dtype.</param>
    public static Node? Run(Node y, ReadOnlySpan<Node> wrt, ReadOnlySpan<Node> tangents)
    {
        var known = new Dictionary<Node, Node>();
        for (int i = 0; i < wrt.Length; i++)
        {
            // An argument given twice moves along both tangents, as each gets its whole adjoint in reverse.
            known[wrt[i]] = known.TryGetValue(wrt[i], out Node? first)
                ? Build.Binary<Add>(first, tangents[i])
                : tangents[i];
        }

        Origin? outer = Origin.Current;
        var sweep = new object();
        try
        {
            foreach (Node node in Graph.Since(wrt, y))
            {
                if (!node.DType.IsFloat) continue;
                var inputs = new Node?[node.Inputs.Length];
                bool any = false;
                for (int i = 0; i < inputs.Length; i++)
                {
                    inputs[i] = known.GetValueOrDefault(node.Inputs[i]);
                    any |= inputs[i] is not null;
                }

                if (!any) continue;
                Origin.Current = new Origin(node, Rule.Jvp, sweep);
                if (node.Op.Jvp(node, inputs) is not { } tangent) continue;
                // An argument that was itself built from arguments moves along its own tangent and with them.
                known[node] = known.TryGetValue(node, out Node? given) ? Build.Binary<Add>(given, tangent) : tangent;
            }
        }
        finally
        {
            Origin.Current = outer;
        }

        return known.GetValueOrDefault(y);
    }
}
