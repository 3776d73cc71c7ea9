using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>The laws for an op of one argument.</summary>
public abstract class UnaryLaws<TOp> : ElementwiseLaws where TOp : struct, IUnaryOp
{
    private protected UnaryLaws(Accuracy? accuracy = null)
        : base(accuracy)
    {
    }

    private protected sealed override int Arity => 1;

    private protected sealed override string Name => TOp.Name;

    private protected sealed override Domain Domain => TOp.Domain;

    private protected sealed override Tensor Apply(ReadOnlySpan<Tensor> x) => Tensor.Apply<TOp>(x[0]);

    private protected sealed override T Primal<T>(ReadOnlySpan<T> x) => TOp.Primal(x[0]);

    private protected sealed override T Derivative<T>(int input, ReadOnlySpan<T> x) =>
        TOp.Derivative(x[0], TOp.Primal(x[0]));
}
