using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// The numbers 0 … Length − 1 (int32) in a random order that depends on the key, an int64 scalar, alone: Fisher–Yates
/// over Philox.
/// </summary>
internal sealed record RandomPermutation(int Length) : Op
{
    public override string Name => "random_permutation";

    public override string Attributes => $"{Length}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape.Create([Length]), DType.Int32);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("Keys are integers, which have no derivative.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        Span<int> order = output.Elements<int>();
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var uniform = new double[order.Length];
        Philox.FillUniform(uniform, (ulong)inputs[0].Elements<long>()[0]);
        // A uniform number has 53 bits and a position at most 31: the bias is below 2⁻²².
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)(uniform[i] * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
