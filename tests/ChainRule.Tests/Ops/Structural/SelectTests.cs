namespace ChainRule.Tests.Ops.Structural;

public sealed class SelectTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape();
    Tensor condition = dice.Tensor(shape) > 0;
    return new("select", [dice.Tensor(shape), dice.Tensor(shape)], x => Tensor.Select(condition, x[0], x[1]));
})
{
    [Fact]
    public void An_infinite_slope_of_the_side_not_chosen_makes_NaN_in_reverse_mode()
    {
        Tensor x = Tensor.Scalar(0.0), y = Tensor.Select(x > 0, x.Log(), 0);
        // The logarithm's side gets the adjoint 0, and 0 · 1/0 is NaN. Forwards the tangent of that side is
        // not taken at all.
        Assert.Equal(0, y.Item());
        Assert.Equal(double.NaN, Gradient.Of(y, x).Item());
        Assert.Equal(0, Gradient.Jvp(y, [x], [Tensor.Scalar(1.0)]).Item());
    }

    [Fact]
    public void A_guarded_argument_keeps_the_derivative_clean()
    {
        Tensor x = Tensor.From(0.0, 2.0, -1.0);
        // As in docs/derivatives.md.
        Tensor positive = x > 0, safe = Tensor.Select(positive, x, 1);
        Tensor y = Tensor.Select(positive, safe.Log(), 0);

        Tensor first = Gradient.Of(y.Sum(), x);
        Assert.Equal([0, 0.5, 0], first.ToArray<double>());
        Assert.Equal([0, -0.25, 0], Gradient.Of(first.Sum(), x).ToArray<double>());
    }
}
