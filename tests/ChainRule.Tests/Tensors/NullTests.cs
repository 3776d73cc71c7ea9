namespace ChainRule.Tests.Tensors;

public sealed class NullTests
{
    private static readonly Tensor X = Tensor.From(1.0, 2), None = null!;

    public static TheoryData<string, Action> Calls => new()
    {
        { "y", static () => _ = X + None },
        { "x", static () => _ = None + X },
        { "x", static () => _ = None * 2 },
        { "y", static () => _ = 2 / None },
        { "x", static () => _ = -None },
        { "x", static () => _ = !None },
        { "x", static () => _ = None < 2 },
        { "y", static () => _ = 2 < None },
        { "y", static () => _ = X & None },
        { "x", static () => Tensor.Exp(None) },
        { "y", static () => X.Pow(None) },
        { "x", static () => Tensor.Clamp(None, 0, 1) },
        { "z", static () => Tensor.Clamp(X, X, None) },
        { "condition", static () => Tensor.Select(None, X, X) },
        { "b", static () => X.Dot(None) },
        { "parts", static () => Tensor.Concat([X, None]) },
        { "parts", static () => Tensor.Stack([None]) },
        { "indices", static () => X.Gather(None) },
        { "updates", static () => X.ScatterAdd(Tensor.Arange(1), None) },
        { "indices", static () => Tensor.OneHot(None, 2) },
        { "tensors", static () => Tensor.Compute(X, None) },
        { "node", static () => Tensor.Of(null!) },
        { "value", static () => _ = new Variable(None) },
        { "value", static () => new Variable(X).Assign(None) },
        { "alongside", static () => Variable.AssignAll([], [None]) },
        { "y", static () => Gradient.Of(None, X) },
        { "wrt", static () => Gradient.Of(X.Sum(), None) },
        { "cotangent", static () => Gradient.Vjp(X, None, [X]) },
        { "tangents", static () => Gradient.Jvp(X, [X], null!) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_missing_tensor_is_named(string argument, Action call) =>
        Assert.Equal(argument, Assert.Throws<ArgumentNullException>(call).ParamName);
}
