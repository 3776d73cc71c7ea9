namespace ChainRule.Graphs;

/// <summary>What is known of a node's value before it is computed.</summary>
/// <param name="Shape">The sizes of its axes.</param>
/// <param name="DType">The type of its elements.</param>
public readonly record struct TensorType(Shape Shape, DType DType)
{
    /// <summary>The type as it stands in messages: <c>float32[3, 4]</c>.</summary>
    public override string ToString() => $"{DType.Name}{Shape}";
}
