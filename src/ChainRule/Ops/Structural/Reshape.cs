using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The same elements, in the same row-major order, under another shape.</summary>
internal sealed record Reshape(Shape Target) : Op
{
    public override string Name => "reshape";

    public override string Attributes => $"to {Target}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        if (inputs[0].Shape.Length == Target.Length) return new(Target, inputs[0].DType);
        throw new ShapeException(
            $"reshape: {inputs[0].Description} of shape {inputs[0].Shape} has {inputs[0].Shape.Length} elements, "
            + $"but {Target} needs {Target.Length}. "
            + "Choose sizes with the same product; one of them may be −1 and is inferred.");
    }

    public override Node? Vjp(Node node, int input, Node adjoint) => Build.Reshape(adjoint, node.Inputs[0].Shape);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => Build.Reshape(tangents[0]!, Target);

    public override string Tex(ReadOnlySpan<string> inputs) => inputs[0];

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.Run(new Loop(inputs[0], output), output.DType);

    private readonly struct Loop(Storage input, Storage output) : IElementLoop
    {
        public void Run<T>() where T : unmanaged => input.Elements<T>().CopyTo(output.Elements<T>());
    }
}
