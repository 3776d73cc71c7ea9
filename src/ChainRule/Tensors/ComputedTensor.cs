using ChainRule.Graphs;

namespace ChainRule;

/// <summary>A tensor whose value is known; its node is made when something is built from it.</summary>
internal sealed class ComputedTensor(Storage value, TensorType type) : Tensor
{
    internal override TensorType Type => type;

    private protected override string? Label => HasNode ? Node.Name : null;

    private protected override Storage? Known => value;

    private protected override Node Leaf() => Node.Data(value, type.Shape);
}
