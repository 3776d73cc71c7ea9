namespace ChainRule.Tests.Autodiff;

public sealed class GradientTests
{
    [Fact]
    public void Gradients_by_one_two_three_and_many_tensors_agree()
    {
        Tensor x = Tensor.Scalar(2.0), y = Tensor.Scalar(3.0), z = Tensor.Scalar(5.0), f = x * y * z;

        Assert.Equal(15, Gradient.Of(f, x).Item());
        (Tensor a, Tensor b) = Gradient.Of(f, x, y);
        Assert.Equal((15, 10), (a.Item(), b.Item()));
        (Tensor c, Tensor d, Tensor e) = Gradient.Of(f, z, y, x);
        Assert.Equal((6, 10, 15), (c.Item(), d.Item(), e.Item()));
        Assert.Equal([15, 10, 6], Gradient.Of(f, [x, y, z]).Select(static gradient => gradient.Item()));
        Assert.Empty(Gradient.Of(f, []));
    }

    [Fact]
    public void Gradients_of_functions_agree_with_those_of_tensors()
    {
        Tensor x = Tensor.Scalar(2.0), y = Tensor.Scalar(3.0), z = Tensor.Scalar(5.0);

        Assert.Equal(4, Gradient.Of(static v => v * v)(x).Item());
        (Tensor a, Tensor b) = Gradient.Of(static (v, w) => v * v * w)(x, y);
        Assert.Equal((12, 4), (a.Item(), b.Item()));
        (Tensor c, Tensor d, Tensor e) = Gradient.Of(static (u, v, w) => u * v * w)(x, y, z);
        Assert.Equal((15, 10, 6), (c.Item(), d.Item(), e.Item()));
        Func<IReadOnlyList<Tensor>, Tensor> product = static list => list.Aggregate(static (p, q) => p * q);
        Assert.Equal([15, 10, 6], Gradient.Of(product)([x, y, z]).Select(static gradient => gradient.Item()));
    }

    [Fact]
    public void Values_come_with_gradients()
    {
        Tensor x = Tensor.Scalar(2.0), y = Tensor.Scalar(3.0);

        (Tensor value, Tensor gradient) = Gradient.ValueAndGradient(static v => v * v * v)(x);
        Assert.Equal((8, 12), (value.Item(), gradient.Item()));
        (Tensor product, (Tensor a, Tensor b)) = Gradient.ValueAndGradient(static (v, w) => v * w)(x, y);
        Assert.Equal((6, 3, 2), (product.Item(), a.Item(), b.Item()));
        (Tensor volume, (Tensor p, Tensor q, Tensor r)) =
            Gradient.ValueAndGradient(static (u, v, w) => u * v * w)(x, y, x + y);
        Assert.Equal(x.Item() * y.Item() * (x + y).Item(), volume.Item());
        Assert.Equal(
            [y.Item() * (x + y).Item(), x.Item() * (x + y).Item(), x.Item() * y.Item()],
            [p.Item(), q.Item(), r.Item()]);
        (Tensor sum, Tensor[] list) =
            Gradient.ValueAndGradient(static (IReadOnlyList<Tensor> v) => v[0] + (2 * v[1]))([x, y]);
        Assert.Equal((8, 1, 2), (sum.Item(), list[0].Item(), list[1].Item()));
    }

    [Fact]
    public void A_tensor_used_several_times_gets_the_sum_over_its_uses()
    {
        Tensor x = Tensor.From<double>(1, 2, 3), y = (x * x) + (3 * x) - x.Flip();
        Assert.Equal([2 + 3 - 1, 4 + 3 - 1, 6 + 3 - 1], Gradient.Of(y.Sum(), x).ToArray<double>());
        (Tensor first, Tensor second) = Gradient.Of(y.Sum(), x, x);
        Assert.Equal(first.ToArray<double>(), second.ToArray<double>());
    }

    [Fact]
    public void Intermediate_results_have_derivatives_too()
    {
        Tensor x = Tensor.Scalar(3.0), y = x * x, z = y * x;
        (Tensor byX, Tensor byY, Tensor byZ) = Gradient.Of(z, x, y, z);
        Assert.Equal((27, 3, 1), (byX.Item(), byY.Item(), byZ.Item()));
    }

    [Fact]
    public void A_result_of_one_element_may_have_axes()
    {
        Tensor x = Tensor.From<float>([1, 2], [1, 2]), y = Tensor.Dot(x, x.T);
        Tensor gradient = Gradient.Of(y, x);
        Assert.Equal([1, 1], y.Shape);
        Assert.Equal([2, 4], gradient.ToArray<float>());
        Assert.Equal(x.Shape, gradient.Shape);
    }

    [Fact]
    public void What_does_not_depend_has_zeros_if_asked_for()
    {
        Tensor x = Tensor.Scalar(3.0), other = Tensor.From<float>([1, 2], [2]);
        Tensor[] gradients = Gradient.Of(x * 2, [x, other], Independent.Zero);
        Assert.Equal(2, gradients[0].Item());
        Assert.Equal([0, 0], gradients[1].ToArray<float>());
        Assert.Equal(0, Gradient.Of(x.Floor(), x, Independent.Zero).Item());
        Assert.Equal([0f, 0], Gradient.Vjp(x, x, [other], Independent.Zero)[0].ToArray<float>());
        Assert.Throws<GradientException>(() => Gradient.Of(x * 2, other));
        // A function may ignore its argument: mathematically that is nothing special.
        Assert.Equal(0, Gradient.Of((Func<Tensor, Tensor>)(static _ => Tensor.Scalar(1.0)))(x).Item());
    }

    [Fact]
    public void Products_with_the_jacobian_come_from_both_sides()
    {
        // J = [[2x₁, 0], [x₂, x₁]] at (3, 5).
        Tensor x = Tensor.From<double>(3, 5), y = Tensor.Stack([x[0] * x[0], x[0] * x[1]]);
        Assert.Equal([(6 * 7) + (5 * 11), 3 * 11],
            Gradient.Vjp(y, Tensor.From<double>(7, 11), [x])[0].ToArray<double>());
        Assert.Equal([6 * 7, (5 * 7) + (3 * 11)], Gradient.Jvp(y, [x], [Tensor.From<double>(7, 11)]).ToArray<double>());
        (Tensor value, Tensor tangent) = Gradient.Jvp(static v => v * v)(x, Tensor.From<double>(1, 10));
        Assert.Equal([9, 25], value.ToArray<double>());
        Assert.Equal([6, 100], tangent.ToArray<double>());
    }

    [Fact]
    public void Tangents_of_what_does_not_move_are_zero()
    {
        Tensor x = Tensor.From<double>(3, 5), other = Tensor.From<double>(1, 1);
        Assert.Equal([0, 0], Gradient.Jvp(x * 2, [other], [x]).ToArray<double>());
        Assert.Equal([0, 0], Gradient.Jvp(x.Floor(), [x], [x]).ToArray<double>());
        Assert.Equal([0, 0], Gradient.Jvp(x, [], []).ToArray<double>());
    }

    [Fact]
    public void An_argument_given_twice_moves_along_both_tangents()
    {
        Tensor x = Tensor.Scalar(3.0);
        Assert.Equal(6 * (1 + 10), Gradient.Jvp(x * x, [x, x], [Tensor.Scalar(1.0), Tensor.Scalar(10.0)]).Item());
    }

    [Fact]
    public void An_intermediate_result_moves_by_its_own_tangent_and_by_its_arguments()
    {
        Tensor x = Tensor.Scalar(3.0), h = x * x, y = h * x;
        Tensor[] gradients = Gradient.Of(y, [x, h]);
        foreach ((double dx, double dh) in ((double, double)[])[(1, 0), (0, 1), (2, 5)])
        {
            Tensor tangent = Gradient.Jvp(y, [x, h], [Tensor.Scalar(dx), Tensor.Scalar(dh)]);
            // dy = 27 dx by both ways, and 3 dh.
            Assert.Equal((27 * dx) + (3 * dh), tangent.Item());
            Assert.Equal((gradients[0].Item() * dx) + (gradients[1].Item() * dh), tangent.Item());
        }
    }

    [Fact]
    public void Inside_a_function_only_the_argument_is_the_argument()
    {
        Tensor x = Tensor.Scalar(3.0);
        Assert.Equal(3, Gradient.Of(v => x * v)(x).Item());
        Assert.Equal(6, Gradient.Of(static v => v * v)(x).Item());
    }

    [Fact]
    public void Nested_derivatives_do_not_confuse_their_arguments()
    {
        Tensor x = Tensor.Scalar(3.0), y = Tensor.Scalar(7.0);
        // d/dx (x · d/dy (x + y)) = 1 and d/dx (x · d/dy (x·y)) = 2x (Siskind & Pearlmutter 2005).
        Assert.Equal(1, Gradient.Of(v => v * Gradient.Of(w => v + w)(y))(x).Item());
        Assert.Equal(6, Gradient.Of(v => v * Gradient.Of(w => v * w)(y))(x).Item());
        // The same value for both: d/dx (x · d/dy (x·y) at y = x) = d/dx x² = 2x.
        Assert.Equal(6, Gradient.Of(static v => v * Gradient.Of(w => v * w)(v))(x).Item());

        // And by forward mode, inside and outside.
        Tensor one = Tensor.Scalar(1.0);
        Assert.Equal(1, Gradient.Jvp(v => v * Gradient.Jvp(w => v + w)(y, one).Tangent)(x, one).Tangent.Item());
        Assert.Equal(6, Gradient.Jvp(v => v * Gradient.Of(w => v * w)(v))(x, one).Tangent.Item());
        Assert.Equal(6, Gradient.Of(v => v * Gradient.Jvp(w => v * w)(v, one).Tangent)(x).Item());
    }

    [Fact]
    public void Mixed_precision_comes_back_in_the_arguments_dtype()
    {
        Tensor x = Tensor.Scalar(3f), y = (x.Cast(DType.Float64) * 2).Square();
        Tensor gradient = Gradient.Of(y, x);
        Assert.Equal((DType.Float32, 24), (gradient.DType, gradient.Item()));
    }
}
