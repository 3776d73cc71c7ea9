using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The op of a node that applies an <see cref="IUnaryOp"/>.</summary>
internal sealed record Unary<TOp> : DifferentiableOp where TOp : struct, IUnaryOp
{
    public static Unary<TOp> Instance { get; } = new();

    public override string Name => TOp.Name;

    public override string Symbol => TOp.Symbol ?? TOp.Name;

    protected override Domain Domain => TOp.Domain;

    public override string Tex(ReadOnlySpan<string> inputs) => TOp.Tex(inputs[0]);

    public override void Run<TLoop>(ref TLoop loop) => loop.Unary<TOp>();

    internal override bool IsPiecewise => TOp.PieceAt(0) != Piece.Only;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs)
    {
        var pieces = new Piece[node.Shape.Length];
        for (int i = 0; i < pieces.Length; i++) pieces[i] = TOp.PieceAt(inputs[0][i]);
        return pieces;
    }

    protected override Symbol Derivative(Node node, int input) =>
        TOp.Derivative(new Symbol(node.Inputs[0]), new Symbol(node));
}
