using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// All windows of the last axes: x […b, s₁…sₖ] gives […b, p₁…pₖ, w₁…wₖ], whose element (p, w) is x at p·stride +
/// w·dilation. Windows overlap without being copied; a convolution is a dot over them.
/// </summary>
internal sealed record Windows(IntList Sizes, IntList Strides, IntList Dilations) : ViewOp
{
    public override string Name => "windows";

    public override string Attributes => $"of {Sizes} every {Strides}, dilated {Dilations}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Shape shape = inputs[0].Shape;
        int lead = shape.Rank - Sizes.Count;
        var sizes = new List<int>(shape.Sizes[..lead].ToArray());
        for (int i = 0; i < Sizes.Count; i++) sizes.Add(Positions(inputs[0], lead + i, i));
        return new(Shape.Create([.. sizes, .. Sizes.Span]), inputs[0].DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        Build.Fold(adjoint, node.Inputs[0].Shape.Sizes[^Sizes.Count..].ToArray(), Strides, Dilations);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Build.Windows(tangents[0]!, Sizes, Strides, Dilations);

    public override (int Offset, int[] Strides) View(Node node, int offset, ReadOnlySpan<int> strides)
    {
        int lead = strides.Length - Sizes.Count;
        var result = new List<int>(strides[..lead].ToArray());
        for (int i = 0; i < Sizes.Count; i++) result.Add(strides[lead + i] * Strides[i]);
        for (int i = 0; i < Sizes.Count; i++) result.Add(strides[lead + i] * Dilations[i]);
        return (offset, [.. result]);
    }

    private int Positions(Node x, int axis, int i)
    {
        long span = ((Sizes[i] - 1L) * Dilations[i]) + 1;
        int size = x.Shape[axis];
        if (size < span)
            throw new ShapeException(
                $"windows: a window of {Sizes[i]} elements, {Dilations[i]} apart, spans {span}, "
                + $"but axis {axis} of {x.Description} of shape {x.Shape} has {size}. "
                + "Pad the axis first or use a smaller window.");
        return (int)((size - span) / Strides[i]) + 1;
    }
}
