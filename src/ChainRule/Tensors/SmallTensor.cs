using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A tensor of a few bytes in an array that it shares with others. What only its readers need is made when one comes:
/// a call of a compiled function of numbers is over faster than such objects are made.
/// </summary>
internal sealed class SmallTensor(byte[] array, SmallTensor.Description description) : Tensor
{
    private Storage? _value;

    internal override TensorType Type => description.Type;

    private protected override string? Label => HasNode ? Node.Name : null;

    // Two threads may make one each, of the same elements.
    private protected override Storage Known =>
        _value ??= Storage.In(array, description.Offset, Type.DType, Type.Shape.Length);

    private protected override Node Leaf() => Node.Data(Known, Type.Shape);

    /// <summary>What all calls of a compiled function have in common.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="Offset">Where the elements begin, in bytes.</param>
    internal sealed record Description(TensorType Type, nint Offset);
}
