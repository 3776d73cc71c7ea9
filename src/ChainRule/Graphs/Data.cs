using System.Diagnostics;

namespace ChainRule.Graphs;

/// <summary>A leaf that holds its value: a constant array, a batch, the present value of a variable.</summary>
public sealed record Data : LeafOp
{
    internal static Data Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "data";

    /// <inheritdoc/>
    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        throw new UnreachableException("A data leaf has its value already.");
}
