using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The op of a node that applies an <see cref="IBinaryOp"/>.</summary>
internal sealed record Binary<TOp> : DifferentiableOp where TOp : struct, IBinaryOp
{
    public static Binary<TOp> Instance { get; } = new();

    public override string Name => TOp.Name;

    public override string Symbol => TOp.Symbol ?? TOp.Name;

    protected override Domain Domain => TOp.Domain;

    public override string Tex(ReadOnlySpan<string> inputs) => TOp.Tex(inputs[0], inputs[1]);

    public override void Run<TLoop>(ref TLoop loop) => loop.Binary<TOp>();

    internal override bool IsPiecewise => TOp.PieceAt(0, 0) != Piece.Only;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs)
    {
        var pieces = new Piece[node.Shape.Length];
        for (int i = 0; i < pieces.Length; i++) pieces[i] = TOp.PieceAt(inputs[0][i], inputs[1][i]);
        return pieces;
    }

    protected override Symbol Derivative(Node node, int input)
    {
        Symbol x = new(node.Inputs[0]), y = new(node.Inputs[1]), z = new(node);
        return input == 0 ? TOp.DerivativeX(x, y, z) : TOp.DerivativeY(x, y, z);
    }
}
