using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>The laws for an op of three arguments.</summary>
public abstract class TernaryLaws<TOp> : ElementwiseLaws where TOp : struct, ITernaryOp
{
    private protected TernaryLaws(Accuracy? accuracy = null)
        : base(accuracy)
    {
    }

    private protected sealed override int Arity => 3;

    private protected sealed override string Name => TOp.Name;

    private protected sealed override Domain Domain => TOp.Domain;

    private protected sealed override Tensor Apply(ReadOnlySpan<Tensor> x) => Tensor.Apply<TOp>(x[0], x[1], x[2]);

    private protected sealed override T Primal<T>(ReadOnlySpan<T> x) => TOp.Primal(x[0], x[1], x[2]);

    private protected sealed override T Derivative<T>(int input, ReadOnlySpan<T> x) => input switch
    {
        0 => TOp.DerivativeX(x[0], x[1], x[2]),
        1 => TOp.DerivativeY(x[0], x[1], x[2]),
        _ => TOp.DerivativeZ(x[0], x[1], x[2]),
    };
}
