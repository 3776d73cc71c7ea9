using System.Runtime.CompilerServices;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The rules of a <see cref="CustomDerivative"/>, compared by reference: two functions are never known to be the same.
/// </summary>
internal abstract class CustomRules
{
    // Kept as long as the adjoint lives, not as long as the node: a backward graph that nobody needs is collected.
    private readonly ConditionalWeakTable<Node, Tuple<Node, Node?[]>> _known = [];

    /// <summary>
    /// The contributions to the adjoints of x₁ …, given ȳ. Asked once for each input, the rule runs only once.
    /// </summary>
    public Node?[] Vjp(Node node, Node adjoint)
    {
        if (_known.TryGetValue(adjoint, out Tuple<Node, Node?[]>? known) && known.Item1 == node) return known.Item2;
        Node?[] contributions = ApplyVjp(node, adjoint);
        _known.AddOrUpdate(adjoint, Tuple.Create(node, contributions));
        return contributions;
    }

    /// <summary>The tangent of y, given those of x₁ ….</summary>
    public abstract Node? Jvp(Node node, Node?[] tangents);

    protected abstract Node?[] ApplyVjp(Node node, Node adjoint);
}
