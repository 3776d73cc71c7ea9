using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// Repeats a tensor along missing axes and axes of size 1 until it has the target shape (NumPy's rule).
/// </summary>
internal sealed record Broadcast(Shape Target) : ViewOp
{
    public override string Name => "broadcast";

    // Tensor.Ones and the like are broadcasts of one number, which their user need not know.
    internal override string Noun(Node node) => node.Inputs[0].Op is Constant constant ? constant.Name : Name;

    public override string Attributes => $"to {Target}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        if (inputs[0].Shape.BroadcastsTo(Target)) return new(Target, inputs[0].DType);
        throw new ShapeException(
            $"broadcast: {inputs[0].Description} of shape {inputs[0].Shape} cannot be repeated to {Target}. "
            + "Aligned at the last axis, each of its sizes must be equal to the target's or 1.");
    }

    // An element that was used n times gets the sum of n adjoints.
    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        Shape shape = node.Inputs[0].Shape;
        return Build.Reshape(Build.Sum(adjoint, shape.BroadcastAxes(Target)), shape);
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => Build.Broadcast(tangents[0]!, Target);

    public override string Tex(ReadOnlySpan<string> inputs) => inputs[0];

    public override (int Offset, int[] Strides) View(Node node, int offset, ReadOnlySpan<int> strides)
    {
        Shape shape = node.Inputs[0].Shape;
        var result = new int[Target.Rank];
        int lead = Target.Rank - shape.Rank;
        for (int axis = lead; axis < Target.Rank; axis++)
        {
            if (shape[axis - lead] != 1) result[axis] = strides[axis - lead];
        }

        return (offset, result);
    }
}
