using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// Takes slices of x at integer positions along an axis: x […a, n, …b] and indices [i…] give […a, i…, …b].
/// Negative positions count from the end.
/// </summary>
internal sealed record Gather(int Axis) : Op
{
    public override string Name => "gather";

    public override string Attributes => $"axis {Axis}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        if (!inputs[1].DType.IsInteger) throw Errors.NotInteger(Name, inputs[1]);
        Shape x = inputs[0].Shape;
        return new(
            Shape.Create([.. x.Sizes[..Axis], .. inputs[1].Shape.Sizes, .. x.Sizes[(Axis + 1)..]]), inputs[0].DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        Build.ScatterAdd(Build.Fill(0, node.Inputs[0].Type), node.Inputs[1], adjoint, Axis);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        tangents[0] is { } tangent ? Build.Gather(tangent, node.Inputs[1], Axis) : null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        int[] positions = Positions.Read(Name, node.Inputs[0], Axis, node.Inputs[1], inputs[1]);
        Elements.Run(new Loop(node.Inputs[0].Shape, Axis, positions, inputs[0], output), output.DType);
    }

    private readonly struct Loop(Shape shape, int axis, int[] positions, Storage input, Storage output) : IElementLoop
    {
        public void Run<T>() where T : unmanaged
        {
            (int outer, int inner) = Blocks.Around(shape, axis);
            Span<T> x = input.Elements<T>(), y = output.Elements<T>();
            if (outer == 1 && inner == 1)
            {
                for (int j = 0; j < positions.Length; j++) y[j] = x[positions[j]];
                return;
            }

            for (int i = 0; i < outer; i++)
            {
                for (int j = 0; j < positions.Length; j++)
                    x.Slice(((i * shape[axis]) + positions[j]) * inner, inner)
                        .CopyTo(y[(((i * positions.Length) + j) * inner)..]);
            }
        }
    }
}
