using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// The key (int64) of an independent stream of random numbers: child number index (int64) of a key.
/// </summary>
internal sealed record SplitKey : Op
{
    public static SplitKey Instance { get; } = new();

    public override string Name => "split_key";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape.Scalar, DType.Int64);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("Keys are integers, which have no derivative.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    /// <summary>The same for numbers that are known.</summary>
    public static long Of(long key, long index) => (long)Philox.Split((ulong)key, (ulong)index + 1);

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        output.Elements<long>()[0] = Of(inputs[0].Elements<long>()[0], inputs[1].Elements<long>()[0]);
}
