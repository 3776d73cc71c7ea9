using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The sum along some axes; 0 of no elements.</summary>
internal sealed record Sum(IntList Axes) : Reduction(Axes)
{
    public override string Name => "sum";

    public override string Symbol => "Σ";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => inputs[0].DType != DType.Bool
        ? new(inputs[0].Shape.Without(Axes.Span), inputs[0].DType)
        : throw Errors.OutsideDomain(Name, inputs[0], Domain.Numbers);

    public override Node? Vjp(Node node, int input, Node adjoint) => Expand(adjoint, node.Inputs[0].Shape);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => Build.Sum(tangents[0]!, Axes);

    public override string Tex(ReadOnlySpan<string> inputs) => $@"\sum {inputs[0]}";

    // Floats are summed in double, whatever their dtype: the reference should not be the inaccurate side.
    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        switch (output.DType)
        {
            case DType.Float32: Loop<float, double>(node, inputs[0], output); break;
            case DType.Float64: Loop<double, double>(node, inputs[0], output); break;
            case DType.Int32: Loop<int, int>(node, inputs[0], output); break;
            case DType.Int64: Loop<long, long>(node, inputs[0], output); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    private void Loop<T, TSum>(Node node, Storage input, Storage output)
        where T : unmanaged, INumber<T> where TSum : unmanaged, INumber<TSum>
    {
        (int[] starts, int[] members) = Layout(node.Inputs[0].Shape);
        Span<T> x = input.Elements<T>(), y = output.Elements<T>();
        for (int i = 0; i < y.Length; i++)
        {
            TSum sum = TSum.Zero;
            foreach (int member in members) sum += TSum.CreateTruncating(x[starts[i] + member]);
            y[i] = T.CreateTruncating(sum);
        }
    }
}
