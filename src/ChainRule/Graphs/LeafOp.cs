using System.Diagnostics;

namespace ChainRule.Graphs;

/// <summary>An op without inputs whose nodes are given their type and value from outside.</summary>
public abstract record LeafOp : Op
{
    /// <inheritdoc/>
    public sealed override TensorType Infer(ReadOnlySpan<Node> inputs) =>
        throw new UnreachableException("Leaves are made by Node.Data and Node.Placeholder, which know their type.");

    /// <inheritdoc/>
    public sealed override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("A leaf has no inputs.");

    /// <inheritdoc/>
    public sealed override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;
}
