using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The input itself, as a node of its own: the argument of a function that is differentiated. The same tensor used
/// inside the function by other ways is not the argument, and must not be taken for it (perturbation confusion,
/// Siskind &amp; Pearlmutter 2005).
/// </summary>
internal sealed record Alias : PassOp
{
    public static Alias Instance { get; } = new();

    public override string Name => "argument";

    public override Node? Vjp(Node node, int input, Node adjoint) => adjoint;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => tangents[0];
}
