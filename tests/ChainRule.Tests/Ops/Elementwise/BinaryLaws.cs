using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>The laws for an op of two arguments.</summary>
public abstract class BinaryLaws<TOp> : ElementwiseLaws where TOp : struct, IBinaryOp
{
    private protected BinaryLaws(Accuracy? accuracy = null)
        : base(accuracy)
    {
    }

    private protected sealed override int Arity => 2;

    private protected sealed override string Name => TOp.Name;

    private protected sealed override Domain Domain => TOp.Domain;

    private protected sealed override Tensor Apply(ReadOnlySpan<Tensor> x) => Tensor.Apply<TOp>(x[0], x[1]);

    private protected sealed override T Primal<T>(ReadOnlySpan<T> x) => TOp.Primal(x[0], x[1]);

    private protected sealed override T Derivative<T>(int input, ReadOnlySpan<T> x)
    {
        T z = TOp.Primal(x[0], x[1]);
        return input == 0 ? TOp.DerivativeX(x[0], x[1], z) : TOp.DerivativeY(x[0], x[1], z);
    }
}
