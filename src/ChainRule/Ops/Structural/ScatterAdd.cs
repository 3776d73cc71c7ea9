using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// x with slices of updates added at integer positions along an axis; a position named twice gets both.
/// x is […a, n, …b], indices [i…], updates […a, i…, …b]. The transpose of <see cref="Gather"/>.
/// </summary>
internal sealed record ScatterAdd(int Axis) : Op
{
    public override string Name => "scatter_add";

    public override string Attributes => $"axis {Axis}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        (Node x, Node indices, Node updates) = (inputs[0], inputs[1], inputs[2]);
        if (!indices.DType.IsInteger) throw Errors.NotInteger(Name, indices);
        if (x.DType == DType.Bool) throw Errors.OutsideDomain(Name, x, Domain.Numbers);
        if (x.DType != updates.DType) throw Errors.DTypesDiffer(Name, [x, updates]);
        Shape expected = Shape.Create(
            [.. x.Shape.Sizes[..Axis], .. indices.Shape.Sizes, .. x.Shape.Sizes[(Axis + 1)..]]);
        if (updates.Shape != expected)
            throw new ShapeException(
                $"scatter_add: along axis {Axis} of {x.Description} of shape {x.Shape}, "
                + $"with indices of shape {indices.Shape}, the updates must be {expected}, "
                + $"but {updates.Description} is {updates.Shape}. Reshape or broadcast them first.");
        return x.Type;
    }

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        input == 0 ? adjoint : Build.Gather(adjoint, node.Inputs[1], Axis);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        if (tangents[2] is not { } updates) return tangents[0];
        return Build.ScatterAdd(tangents[0] ?? Build.Fill(0, node.Type), node.Inputs[1], updates, Axis);
    }

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        int[] positions = Positions.Read(Name, node.Inputs[0], Axis, node.Inputs[1], inputs[1]);
        Elements.RunNumbers(new Loop(node.Shape, Axis, positions, inputs[0], inputs[2], output), output.DType);
    }

    private readonly struct Loop(
        Shape shape, int axis, int[] positions, Storage input, Storage updates, Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            (int outer, int inner) = Blocks.Around(shape, axis);
            Span<T> u = updates.Elements<T>(), y = output.Elements<T>();
            input.Elements<T>().CopyTo(y);
            for (int i = 0; i < outer * positions.Length; i++)
            {
                int block = i / positions.Length;
                int target = ((block * shape[axis]) + positions[i % positions.Length]) * inner;
                for (int k = 0; k < inner; k++) y[target + k] += u[(i * inner) + k];
            }
        }
    }
}
