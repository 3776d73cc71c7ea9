using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The op of a node that applies an <see cref="IConnective"/> to bools.</summary>
internal sealed record Connective<TOp> : ElementwiseOp where TOp : struct, IConnective
{
    public static Connective<TOp> Instance { get; } = new();

    public override string Name => TOp.Name;

    public override string Symbol => TOp.Symbol;

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        foreach (Node input in inputs)
        {
            if (input.DType != DType.Bool) throw Errors.NotBool(Name, input);
        }

        return new(CommonShape(inputs), DType.Bool);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) => null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override string Tex(ReadOnlySpan<string> inputs) => $"{inputs[0]} {TOp.Tex} {inputs[1]}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        Span<bool> x = inputs[0].Elements<bool>(), y = inputs[1].Elements<bool>(), z = output.Elements<bool>();
        for (int i = 0; i < z.Length; i++) z[i] = TOp.Holds(x[i], y[i]);
    }
}
