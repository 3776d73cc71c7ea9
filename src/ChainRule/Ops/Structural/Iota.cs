using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The numbers 0, 1, 2 … Length − 1.</summary>
internal sealed record Iota(int Length, DType DType) : Op
{
    public override string Name => "iota";

    public override string Attributes => $"{Length}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape.Create([Length]), DType);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("Iota has no inputs.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.RunNumbers(new Loop(output), output.DType);

    private readonly struct Loop(Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Span<T> y = output.Elements<T>();
            for (int i = 0; i < y.Length; i++) y[i] = T.CreateTruncating(i);
        }
    }
}
