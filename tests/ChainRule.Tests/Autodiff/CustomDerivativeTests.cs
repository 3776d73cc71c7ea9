using System.Runtime.CompilerServices;

namespace ChainRule.Tests.Autodiff;

public sealed class CustomDerivativeTests
{
    // Three times the true derivative, so that it cannot be mistaken for the chain rule's own.
    private static readonly Func<Tensor, Tensor> Cube = Gradient.Custom(
        "cube", static x => x * x * x, static (x, _, yBar) => 9 * x * x * yBar);

    private static readonly Func<IReadOnlyList<Tensor>, Tensor> Mix = Gradient.Custom(
        "mix", static a => a[0].Sin() * a[1], static (a, y, yBar) => [y * yBar, null]);

    [Fact]
    public void The_given_rule_stands_for_the_chain_rule()
    {
        Tensor x = Tensor.Scalar(2.0), y = Cube(x);
        Assert.Equal(8, y.Item());
        Assert.Equal(36, Gradient.Of(y, x).Item());
        Assert.Equal("cube", y.Node.Op.Name);
        // It composes: d/dx cube(x²) · 5 = 5 · 9x⁴ · 2x.
        Assert.Equal(5 * 9 * 16 * 4, Gradient.Of(5 * Cube(x * x), x).Item());
    }

    [Fact]
    public void Forward_mode_follows_from_the_reverse_rule()
    {
        Tensor x = Tensor.From<double>(2, 3), v = Tensor.From<double>(1, 10);
        Assert.Equal([36, 810], Gradient.Jvp(Cube(x), [x], [v]).ToArray<double>());

        // Through sums, matrices and a cotangent of another shape than the argument.
        Func<Tensor, Tensor> dot = Gradient.Custom(
            "gram", static a => Tensor.Dot(a.T, a), static (a, _, yBar) => Tensor.Dot(a, yBar + yBar.T));
        Tensor m = Tensor.From<double>([1, 2, 3, 4, 5, 6], [3, 2]),
            t = Tensor.From<double>([1, 0, 0, 1, 1, -1], [3, 2]);
        Assert.Equal(
            Gradient.Jvp(Tensor.Dot(m.T, m), [m], [t]).ToArray<double>(),
            Gradient.Jvp(dot(m), [m], [t]).ToArray<double>());
    }

    [Fact]
    public void Second_derivatives_are_those_of_the_given_rule()
    {
        Tensor x = Tensor.Scalar(2.0), one = Tensor.Scalar(1.0), first = Gradient.Of(Cube(x), x);
        Assert.Equal(36, Gradient.Of(first, x).Item());
        Assert.Equal(36, Gradient.Jvp(first, [x], [one]).Item());
        Assert.Equal(36, Gradient.Of(Gradient.Jvp(Cube(x), [x], [one]), x).Item());
        Assert.Equal(18, Gradient.Of(Gradient.Of(first, x), x).Item());
    }

    [Fact]
    public void Several_arguments_have_a_rule_each_and_null_is_zero()
    {
        Tensor a = Tensor.Scalar(0.5), b = Tensor.Scalar(4.0), y = Mix([a, b]);
        Assert.Equal(Math.Sin(0.5) * 4, y.Item(), 1e-15 * 4);
        Tensor[] gradients = Gradient.Of(y, [a, b], Independent.Zero);
        Assert.Equal((y.Item(), 0), (gradients[0].Item(), gradients[1].Item()));
        Assert.Throws<GradientException>(() => Gradient.Of(y, b));
        Assert.Equal(y.Item(), Gradient.Jvp(y, [a, b], [Tensor.Scalar(1.0), Tensor.Scalar(1.0)]).Item());
    }

    [Fact]
    public void The_rule_runs_once_for_all_arguments()
    {
        int runs = 0;
        Func<IReadOnlyList<Tensor>, Tensor> product =
            Gradient.Custom("product", static a => a[0] * a[1], (a, _, yBar) =>
            {
                runs++;
                return [a[1] * yBar, a[0] * yBar];
            });
        Tensor x = Tensor.Scalar(2.0), y = Tensor.Scalar(3.0);
        (Tensor dx, Tensor dy) = Gradient.Of(product([x, y]), x, y);
        Assert.Equal((3, 2, 1), (dx.Item(), dy.Item(), runs));
        // The same tensor in both places gets both contributions.
        Assert.Equal(4, Gradient.Of(product([x, x]), x).Item());
    }

    [Fact]
    public void A_rule_of_the_wrong_kind_is_refused()
    {
        Tensor x = Tensor.From<double>(1, 2);
        Func<IReadOnlyList<Tensor>, Tensor> count =
            Gradient.Custom("count", static a => a[0].Sum(), static (_, _, yBar) => [yBar, yBar]);
        Func<Tensor, Tensor> shape = Gradient.Custom("shape", static a => a.Sum(), static (_, _, yBar) => yBar);
        Func<Tensor, Tensor> dtype =
            Gradient.Custom("dtype", static a => a * 2, static (_, _, yBar) => yBar.Cast(DType.Float32));

        Assert.Throws<GradientException>(() => Gradient.Of(count([x]), x));
        Assert.Throws<GradientException>(() => Gradient.Jvp(count([x]), [x], [x]));
        Assert.Throws<GradientException>(() => Gradient.Of(shape(x), x));
        Assert.Throws<GradientException>(() => Gradient.Of(dtype(x).Sum(), x));
        // The value alone needs no rule.
        Assert.Equal(3, count([x]).Item());
    }

    [Fact]
    public void The_backward_graph_lives_no_longer_than_its_user_needs_it()
    {
        Tensor x = Tensor.Scalar(2.0), y = Cube(x);
        WeakReference gradient = Differentiated(x, y);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(gradient.IsAlive);
        GC.KeepAlive(y);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Differentiated(Tensor x, Tensor y)
        {
            Tensor gradient = Gradient.Of(y, x);
            Assert.Equal(36, gradient.Item());
            return new WeakReference(gradient.Node);
        }
    }
}
