using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// Takes Counts[a] elements along each axis a, from Starts[a] on, Steps[a] apart; a negative step goes backwards.
/// </summary>
internal sealed record Slice(IntList Starts, IntList Steps, IntList Counts) : ViewOp
{
    public override string Name => "slice";

    public override string Attributes => $"from {Starts} by {Steps} take {Counts}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Shape shape = inputs[0].Shape;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            int first = Starts[axis], last = first + ((Counts[axis] - 1) * Steps[axis]);
            if (Counts[axis] > 0 && (first < 0 || first >= shape[axis] || last < 0 || last >= shape[axis]))
                throw new ShapeException(
                    $"slice: positions {first} to {last} do not all exist on axis {axis} "
                    + $"of {inputs[0].Description} of shape {shape}. "
                    + $"Positions there go from 0 to {shape[axis] - 1}.");
        }

        return new(Shape.Create(Counts.Span), inputs[0].DType);
    }

    // The elements go back to where they were taken from, with zeros between and around them.
    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        Shape shape = node.Inputs[0].Shape;
        if (node.Shape.Length == 0) return Build.Fill(0, node.Inputs[0].Type);
        int rank = shape.Rank;
        int[] low = new int[rank], high = new int[rank], between = new int[rank], flipped = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int last = Starts[axis] + ((Counts[axis] - 1) * Steps[axis]);
            low[axis] = Math.Min(Starts[axis], last);
            high[axis] = shape[axis] - 1 - Math.Max(Starts[axis], last);
            between[axis] = Math.Abs(Steps[axis]) - 1;
            flipped[axis] = Steps[axis] < 0 ? 1 : 0;
        }

        return Build.Pad(Build.Flip(adjoint, flipped), low, high, between, 0);
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Build.Slice(tangents[0]!, Starts, Steps, Counts);

    public override string Tex(ReadOnlySpan<string> inputs) => $"{inputs[0]}_{{[\\cdot]}}";

    public override (int Offset, int[] Strides) View(Node node, int offset, ReadOnlySpan<int> strides)
    {
        var result = new int[strides.Length];
        for (int axis = 0; axis < result.Length; axis++)
        {
            if (Counts[axis] > 0) offset += Starts[axis] * strides[axis];
            result[axis] = strides[axis] * Steps[axis];
        }

        return (offset, result);
    }
}
