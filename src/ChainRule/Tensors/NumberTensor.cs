using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A tensor of a single number. What only its readers need is made when one comes: a call of a compiled function of
/// numbers is over faster than such objects are made.
/// </summary>
/// <param name="bits">The number, as it lies in memory.</param>
/// <param name="description">A placeholder of the type, which all calls of a compiled function share.</param>
internal sealed class NumberTensor(long bits, Node description) : Tensor
{
    internal override TensorType Type => description.Type;

    private protected override string? Label => HasNode ? Node.Name : null;

    private protected override Storage? Known => Node.Value;

    private protected override Node Leaf() =>
        Node.Data(Storage.In(BitConverter.GetBytes(bits), 0, Type.DType, 1), Type.Shape);
}
