using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The op of a node that applies an <see cref="IComparison"/> to numbers of one dtype; the result is bool.
/// </summary>
internal sealed record Comparison<TOp> : ElementwiseOp where TOp : struct, IComparison
{
    public static Comparison<TOp> Instance { get; } = new();

    public override string Name => TOp.Name;

    public override string Symbol => TOp.Symbol;

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        if (inputs[0].DType == DType.Bool && inputs[1].DType == DType.Bool && TOp.OfBools is { } instead)
            throw Errors.BoolsCompared(Name, inputs[0], instead);
        CommonDType(inputs, Domain.Numbers);
        return new(CommonShape(inputs), DType.Bool);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) => null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override string Tex(ReadOnlySpan<string> inputs) => $"{inputs[0]} {TOp.Tex} {inputs[1]}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        switch (inputs[0].DType)
        {
            case DType.Float32: Loop<float>(inputs, output); break;
            case DType.Float64: Loop<double>(inputs, output); break;
            case DType.Int32: Loop<int>(inputs, output); break;
            case DType.Int64: Loop<long>(inputs, output); break;
            default: throw new UnreachableException(inputs[0].DType.ToString());
        }
    }

    internal override bool IsPiecewise => true;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs)
    {
        var pieces = new Piece[node.Shape.Length];
        for (int i = 0; i < pieces.Length; i++)
            pieces[i] = Piece.Around(inputs[0][i] - inputs[1][i]) with { IsJump = true };
        return pieces;
    }

    private static void Loop<T>(ReadOnlySpan<Storage> inputs, Storage output)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        Span<T> x = inputs[0].Elements<T>(), y = inputs[1].Elements<T>();
        Span<bool> z = output.Elements<bool>();
        for (int i = 0; i < z.Length; i++) z[i] = TOp.Holds(x[i], y[i]);
    }
}
