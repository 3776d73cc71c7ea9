using ChainRule.Graphs;

namespace ChainRule.Tests.Ops.Custom;

/// <summary>The elements of a vector in reverse order: an op as a user writes it, with public means alone.</summary>
public sealed record Reversal : Op
{
    public override string Name => "reversal";

    public static Tensor Of(Tensor x) => Tensor.Of(Node.Create(new Reversal(), x.Node));

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => inputs[0].Shape.Rank == 1
        ? inputs[0].Type
        : throw new ShapeException(
            $"reversal: {inputs[0].Description} of shape {inputs[0].Shape} is no vector. Flatten it first.");

    // Turning back is turning round once more.
    public override Node? Vjp(Node node, int input, Node adjoint) => Of(Tensor.Of(adjoint)).Node;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        tangents[0] is { } tangent ? Of(Tensor.Of(tangent)).Node : null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        Span<double> target = output.Span<double>();
        inputs[0].Span<double>().CopyTo(target);
        target.Reverse();
    }
}
