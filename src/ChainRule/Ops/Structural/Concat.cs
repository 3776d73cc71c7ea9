using System.Runtime.CompilerServices;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>Joins tensors end to end along an axis; their other sizes agree.</summary>
internal sealed record Concat(int Axis) : Op
{
    // Where each part of a node begins: asked for one part after the other, it is added up only once.
    private static readonly ConditionalWeakTable<Node, int[]> Starts = [];

    public override string Name => "concat";

    public override string Attributes => $"axis {Axis}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Node first = inputs[0];
        long size = 0;
        foreach (Node input in inputs)
        {
            if (input.DType != first.DType) throw Errors.DTypesDiffer(Name, inputs);
            if (input.Shape.Rank != first.Shape.Rank || input.Shape.With(Axis, 0) != first.Shape.With(Axis, 0))
                throw new ShapeException(
                    $"concat: along axis {Axis} all other sizes must agree, but {first.Description} is {first.Shape} "
                    + $"and {input.Description} is {input.Shape}. Reshape or broadcast one of them first.");
            size += input.Shape[Axis];
        }

        if (size > int.MaxValue) throw Errors.TooLong(Name, first, Axis, size, "Join fewer parts.");
        return new(first.Shape.With(Axis, (int)size), first.DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        int start = Starts.GetValue(node, StartsOf)[input];
        return Build.Narrow(adjoint, Axis, start, node.Inputs[input].Shape[Axis]);
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        var parts = new Node[tangents.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = tangents[i] ?? Build.Fill(0, node.Inputs[i].Type);
        return Build.Concat(parts, Axis);
    }

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.Run(new Loop(Axis, node, inputs, output), output.DType);

    private int[] StartsOf(Node node)
    {
        var starts = new int[node.Inputs.Length];
        for (int i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + node.Inputs[i - 1].Shape[Axis];
        return starts;
    }

    private readonly ref struct Loop(int axis, Node node, ReadOnlySpan<Storage> inputs, Storage output) : IElementLoop
    {
        private readonly ReadOnlySpan<Storage> _inputs = inputs;

        public void Run<T>() where T : unmanaged
        {
            Span<T> y = output.Elements<T>();
            (int outer, int inner) = Blocks.Around(node.Shape, axis);
            int row = node.Shape[axis] * inner, start = 0;
            for (int input = 0; input < _inputs.Length; input++)
            {
                int length = node.Inputs[input].Shape[axis] * inner;
                Span<T> x = _inputs[input].Elements<T>();
                for (int i = 0; i < outer; i++) x.Slice(i * length, length).CopyTo(y[((i * row) + start)..]);
                start += length;
            }
        }
    }
}
