using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The rules of a <see cref="CustomDerivative"/>, compared by reference: two functions are never known to be the same.</summary>
internal abstract class CustomRules
{
    private (Node Node, Node Adjoint, Node?[] Contributions)? _last;

    /// <summary>The contributions to the adjoints of x₁ …, given ȳ. Asked once for each input, the rule runs only once.</summary>
    public Node?[] Vjp(Node node, Node adjoint)
    {
        if (_last is { } last && last.Node == node && last.Adjoint == adjoint) return last.Contributions;
        Node?[] contributions = ApplyVjp(node, adjoint);
        _last = (node, adjoint, contributions);
        return contributions;
    }

    /// <summary>The tangent of y, given those of x₁ ….</summary>
    public abstract Node? Jvp(Node node, Node?[] tangents);

    protected abstract Node?[] ApplyVjp(Node node, Node adjoint);
}
