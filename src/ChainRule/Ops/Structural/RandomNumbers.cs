using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// Random numbers that depend on the key, an int64 scalar, and the position alone (Philox, Salmon et al. 2011), never
/// on the order of computing.
/// </summary>
/// <param name="Shape">The shape.</param>
/// <param name="DType">float32 or float64.</param>
/// <param name="Normal">Whether they are normal with mean 0 and deviation 1; uniform in [0, 1) otherwise.</param>
internal sealed record RandomNumbers(Shape Shape, DType DType, bool Normal) : Op
{
    public override string Name => Normal ? "random_normal" : "random_uniform";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape, DType);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("Keys are integers, which have no derivative.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        ulong key = (ulong)inputs[0].Elements<long>()[0];
        switch (DType, Normal)
        {
            case (DType.Float32, false): Philox.FillUniform(output.Elements<float>(), key, 0); break;
            case (DType.Float64, false): Philox.FillUniform(output.Elements<double>(), key, 0); break;
            case (DType.Float32, true): Philox.FillNormal(output.Elements<float>(), key, 0); break;
            case (DType.Float64, true): Philox.FillNormal(output.Elements<double>(), key, 0); break;
            default: throw new UnreachableException(DType.ToString());
        }
    }
}
