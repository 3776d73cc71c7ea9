namespace ChainRule.Ops;

/// <summary>A loop over elements that takes an op's body as its type argument.</summary>
internal interface IElementwiseLoop
{
    void Unary<TOp>() where TOp : struct, IUnaryOp;

    void Binary<TOp>() where TOp : struct, IBinaryOp;

    void Ternary<TOp>() where TOp : struct, ITernaryOp;
}
