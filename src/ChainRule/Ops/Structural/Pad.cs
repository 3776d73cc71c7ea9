using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>Puts Value before (Low), after (High) and between (Between) the elements along each axis.</summary>
internal sealed record Pad(IntList Low, IntList High, IntList Between, double Value) : Op
{
    public override string Name => "pad";

    // Unlike numbers, ops that put 0 and −0 there are not equal.
    public bool Equals(Pad? other) =>
        other is not null
        && Low.Equals(other.Low)
        && High.Equals(other.High)
        && Between.Equals(other.Between)
        && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => HashCode.Combine(Low, High, Between, BitConverter.DoubleToInt64Bits(Value));

    public override string Attributes =>
        $"low {Low}, high {High}, between {Between}, with {Constant.Of(Value, DType.Float64).Attributes}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        // What does not fit the dtype is refused here, not when it is computed.
        _ = Constant.Of(Value, inputs[0].DType);
        Shape shape = inputs[0].Shape;
        var sizes = new int[shape.Rank];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if (Low[axis] < 0 || High[axis] < 0 || Between[axis] < 0)
                throw new ShapeException(
                    $"pad: the widths must not be negative, but {Attributes} was given. "
                    + "Use a slice to take elements away.");
            long size = (long)Low[axis] + High[axis] + shape[axis] + (Math.Max(shape[axis] - 1L, 0) * Between[axis]);
            if (size > int.MaxValue) throw Errors.TooLong(Name, inputs[0], axis, size, "Choose smaller widths.");
            sizes[axis] = (int)size;
        }

        return new(sizes, inputs[0].DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        Build.Slice(adjoint, Low, Steps(), node.Inputs[0].Shape.Sizes.ToArray());

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Build.Pad(tangents[0]!, Low, High, Between, 0);

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.Run(new Loop(this, node, inputs[0], output), output.DType);

    private int[] Steps()
    {
        var steps = new int[Between.Count];
        for (int axis = 0; axis < steps.Length; axis++) steps[axis] = Between[axis] + 1;
        return steps;
    }

    private readonly struct Loop(Pad op, Node node, Storage input, Storage output) : IElementLoop
    {
        public void Run<T>() where T : unmanaged
        {
            var value = Storage.Allocate(output.DType, 1);
            Constant.Of(op.Value, output.DType).Evaluate(node, [], value);
            Span<T> x = input.Elements<T>(), y = output.Elements<T>();
            y.Fill(value.Elements<T>()[0]);
            int[] strides = node.Shape.RowMajorStrides(), steps = op.Steps();
            int start = 0;
            for (int axis = 0; axis < strides.Length; axis++)
            {
                start += op.Low[axis] * strides[axis];
                strides[axis] *= steps[axis];
            }

            int[] offsets = Strided.Offsets(node.Inputs[0].Shape.Sizes, strides);
            for (int i = 0; i < offsets.Length; i++) y[start + offsets[i]] = x[i];
        }
    }
}
