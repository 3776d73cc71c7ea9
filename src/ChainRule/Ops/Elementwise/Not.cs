using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>Logical negation of bools.</summary>
internal sealed record Not : ElementwiseOp
{
    public static Not Instance { get; } = new();

    public override string Name => "not";

    public override string Symbol => "¬";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) =>
        inputs[0].DType == DType.Bool ? inputs[0].Type : throw Errors.NotBool(Name, inputs[0]);

    public override Node? Vjp(Node node, int input, Node adjoint) => null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override string Tex(ReadOnlySpan<string> inputs) => $@"\lnot {inputs[0]}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        Span<bool> x = inputs[0].Elements<bool>(), y = output.Elements<bool>();
        for (int i = 0; i < y.Length; i++) y[i] = !x[i];
    }
}
