using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The first input, y = f(x₁ …), with derivatives by the other inputs x₁ … that its author
/// gave instead of the chain rule's.
/// </summary>
/// <param name="Label">The author's name for f.</param>
/// <param name="Rules">The author's rules.</param>
internal sealed record CustomDerivative(string Label, CustomRules Rules) : PassOp
{
    public override string Name => Label;

    // The way through y's own graph is closed: the author's rule stands for it.
    public override Node? Vjp(Node node, int input, Node adjoint) =>
        input == 0 ? null : Rules.Vjp(node, adjoint)[input - 1];

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => Rules.Jvp(node, tangents[1..].ToArray());
}
