using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// The elements of the input, row-major: what a plan puts where a view is asked for that cannot be read in place.
/// </summary>
internal sealed record Copy : ElementwiseOp
{
    public static Copy Instance { get; } = new();

    public override string Name => "copy";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => inputs[0].Type;

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("Plans are not differentiated.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        throw new UnreachableException("Plans are not differentiated.");

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        throw new UnreachableException("Copies are loops of their own or parts of others.");
}
