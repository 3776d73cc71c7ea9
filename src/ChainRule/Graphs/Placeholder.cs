namespace ChainRule.Graphs;

/// <summary>A leaf without a value: an argument of a function that is being traced.</summary>
public sealed record Placeholder : LeafOp
{
    internal static Placeholder Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "placeholder";

    /// <inheritdoc/>
    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        throw new InvalidOperationException(
            $"{node.Description} is a placeholder of type {node.Type} and has no value. "
            + "Return what depends on it from the traced function, "
            + "choose with Tensor.Select instead of reading it, or pass the value in as a tensor.");
}
