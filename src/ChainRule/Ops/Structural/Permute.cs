using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>Puts the axes in another order: axis i of the result is axis Order[i] of the input.</summary>
internal sealed record Permute(IntList Order) : ViewOp
{
    public override string Name => "transpose";

    public override string Attributes => $"{Order}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Shape shape = inputs[0].Shape;
        var sizes = new int[Order.Count];
        for (int i = 0; i < sizes.Length; i++) sizes[i] = shape[Order[i]];
        return new(sizes, inputs[0].DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) => Build.Permute(adjoint, Inverse());

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => Build.Permute(tangents[0]!, Order);

    public override string Tex(ReadOnlySpan<string> inputs) => $@"{inputs[0]}^{{\top}}";

    public override (int Offset, int[] Strides) View(Node node, int offset, ReadOnlySpan<int> strides)
    {
        var result = new int[Order.Count];
        for (int i = 0; i < result.Length; i++) result[i] = strides[Order[i]];
        return (offset, result);
    }

    private int[] Inverse()
    {
        var inverse = new int[Order.Count];
        for (int i = 0; i < inverse.Length; i++) inverse[Order[i]] = i;
        return inverse;
    }
}
