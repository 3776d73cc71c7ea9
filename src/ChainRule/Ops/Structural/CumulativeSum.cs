using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The running sum along an axis, from its start or, reversed, from its end.</summary>
internal sealed record CumulativeSum(int Axis, bool Reverse) : Op
{
    public override string Name => "cumulative_sum";

    public override string Attributes => Reverse ? $"axis {Axis}, from the end" : $"axis {Axis}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => inputs[0].DType != DType.Bool
        ? inputs[0].Type
        : throw Errors.OutsideDomain(Name, inputs[0], Domain.Numbers);

    // Element i is used in all sums from i on, so its adjoint is the running sum from the other end.
    public override Node? Vjp(Node node, int input, Node adjoint) => Build.CumulativeSum(adjoint, Axis, !Reverse);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Build.CumulativeSum(tangents[0]!, Axis, Reverse);

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.RunNumbers(new Loop(this, node.Shape, inputs[0], output), output.DType);

    private readonly struct Loop(CumulativeSum op, Shape shape, Storage input, Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Span<T> x = input.Elements<T>(), y = output.Elements<T>();
            (int outer, int inner) = Blocks.Around(shape, op.Axis);
            int size = shape[op.Axis];
            for (int i = 0; i < outer * inner; i++)
            {
                int start = (i / inner * size * inner) + (i % inner);
                T sum = T.Zero;
                for (int k = 0; k < size; k++)
                {
                    int position = start + ((op.Reverse ? size - 1 - k : k) * inner);
                    y[position] = sum += x[position];
                }
            }
        }
    }
}
