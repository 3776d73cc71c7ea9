using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The input itself, with a derivative of zero: differentiation takes it for a constant.</summary>
internal sealed record StopGradient : PassOp
{
    public static StopGradient Instance { get; } = new();

    public override string Name => "stop_gradient";

    public override Node? Vjp(Node node, int input, Node adjoint) => null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;
}
