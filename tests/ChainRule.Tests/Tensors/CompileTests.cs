namespace ChainRule.Tests.Tensors;

/// <summary>Compiled functions give what the functions themselves give.</summary>
public sealed class CompileTests
{
    // Both ways round each of a handful of steps differently at most.
    private const double Roundings = 1e-13;

    private static readonly Tensor X = Tensor.From<double>([0.5, -1, 2, 0.25, 3, -0.75], [2, 3], "x"),
        Y = Tensor.From<double>([1.5, 0.5, -0.25], [3], "y"), Z = Tensor.Scalar(0.7, "z");

    [Fact]
    public void Every_overload_gives_what_the_function_gives()
    {
        static Tensor One(Tensor x) => (x.Sin() * x).Softmax();
        static Tensor Two(Tensor x, Tensor y) => (x * y).Exp().Sum(0);
        static Tensor Three(Tensor x, Tensor y, Tensor z) => x * y + z;
        static (Tensor, Tensor) Pair(Tensor x) => (x.Sum(), x.Max(1));
        static (Tensor, Tensor) PairOfTwo(Tensor x, Tensor y) => (x - y, y.Tanh());
        static Tensor[] Many(IReadOnlyList<Tensor> x) => [x[0].T, x[1] + x[2], x[2]];
        AssertNear(One(X), Compile.Of(One)(X));
        AssertNear(Two(X, Y), Compile.Of(Two)(X, Y));
        AssertNear(Three(X, Y, Z), Compile.Of(Three)(X, Y, Z));
        AssertNear(Pair(X), Compile.Of(Pair)(X));
        AssertNear(PairOfTwo(X, Y), Compile.Of(PairOfTwo)(X, Y));
        Tensor[] expected = Many([X, Y, Z]), actual = Compile.Of(Many)([X, Y, Z]);
        Assert.Equal(3, actual.Length);
        for (int i = 0; i < actual.Length; i++) AssertNear(expected[i], actual[i]);
    }

    [Fact]
    public void Compiled_derivatives_are_the_derivatives()
    {
        static Tensor Loss(Tensor x) => (x.Sin() * x.Exp()).LogSumExp(1).Square().Mean();
        static Tensor LossOfTwo(Tensor x, Tensor y) => (x * y).Sigmoid().Log().Sum();
        AssertNear(Gradient.Of(Loss)(X), Compile.Of(Gradient.Of(Loss))(X));
        AssertNear(Gradient.Of(LossOfTwo)(X, Y), Compile.Of(Gradient.Of(LossOfTwo))(X, Y));
        Func<Tensor, Tensor> second = Gradient.Of((Tensor x) => Gradient.Of(Loss)(x).Square().Sum());
        AssertNear(second(X), Compile.Of(second)(X));
    }

    [Fact]
    public void Later_calls_have_other_values_and_other_shapes()
    {
        int traces = 0;
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) =>
        {
            traces++;
            return x.Softmax().Sum(0) * 2;
        });
        foreach (int rows in (int[])[3, 3, 5, 1, 5, 3, 0])
        {
            Tensor x = Tensor.RandomNormal([rows, 4], rows, dtype: DType.Float64);
            AssertNear(x.Softmax().Sum(0) * 2, compiled(x));
            AssertNear((-x).Softmax().Sum(0) * 2, compiled(-x));
        }

        Assert.Equal(4, traces);
        Assert.Equal(DType.Float32, compiled(Tensor.Ones([3, 4])).DType);
        Assert.Equal(5, traces);
    }

    [Fact]
    public void Results_stay_what_they_are_when_the_function_is_called_again()
    {
        Func<Tensor, (Tensor, Tensor)> compiled = Compile.Of((Tensor x) => (x * 2, x));
        (Tensor first, Tensor firstArgument) = compiled(X);
        (Tensor second, Tensor secondArgument) = compiled(X + 1);
        AssertNear(X * 2, first);
        AssertNear(X, firstArgument);
        AssertNear(X * 2 + 2, second);
        AssertNear(X + 1, secondArgument);
    }

    [Fact]
    public void A_result_can_come_twice_reshaped_or_be_a_constant()
    {
        Func<IReadOnlyList<Tensor>, Tensor[]> compiled = Compile.Of((IReadOnlyList<Tensor> a) =>
        {
            Tensor y = a[0] + 1;
            return (Tensor[])
            [
                y, y, y.Reshape(6), y.T, Tensor.Arange(3), Tensor.Ones([2, 2]), X, X.T, a[0].Reshape(3, 2),
            ];
        });
        for (int call = 0; call < 3; call++)
        {
            Tensor x = X * call, y = x + 1;
            Tensor[] expected =
                [y, y, y.Reshape(6), y.T, Tensor.Arange(3), Tensor.Ones([2, 2]), X, X.T, x.Reshape(3, 2)];
            Tensor[] actual = compiled([x]);
            for (int i = 0; i < expected.Length; i++) AssertNear(expected[i], actual[i]);
        }
    }

    [Fact]
    public void What_is_captured_stays_as_it_was_except_variables()
    {
        var w = new Variable(Tensor.Scalar(2.0), "w");
        Tensor factor = Tensor.Scalar(10.0), before = w * 100;
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) => (x * factor * w) + before);
        Assert.Equal(20 + 200, compiled(Tensor.Scalar(1.0)).Item());
        w.Assign(Tensor.Scalar(3.0));
        factor = Tensor.Scalar(1000.0);
        Assert.Equal(30 + 200, compiled(Tensor.Scalar(1.0)).Item());
        Assert.Equal(200, before.Item());
    }

    [Fact]
    public void What_was_read_while_tracing_is_still_computed_anew()
    {
        var w = new Variable(Tensor.Scalar(2.0), "w");
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) =>
        {
            Tensor square = w.Square();
            return square.Item() > 0 ? x * square : x;
        });
        Assert.Equal(4, compiled(Tensor.Scalar(1.0)).Item());
        w.Assign(Tensor.Scalar(3.0));
        Assert.Equal(9, compiled(Tensor.Scalar(1.0)).Item());
    }

    [Fact]
    public void Compiled_functions_in_others_and_under_derivatives_are_parts_of_them()
    {
        int calls = 0;
        Func<Tensor, Tensor> inner = Compile.Of((Tensor x) =>
        {
            calls++;
            return x.Sin() * x;
        });
        Func<Tensor, Tensor> outer = Compile.Of((Tensor x) => inner(x * 2) + inner(x));
        AssertNear(((X * 2).Sin() * X * 2) + (X.Sin() * X), outer(X));
        Assert.Equal(2, calls);
        static Tensor Plain(Tensor x) => x.Sin() * x;
        AssertNear(
            Gradient.Of((Tensor x) => Plain(x).Sum())(X), Gradient.Of((Tensor x) => inner(x).Sum())(X));
        // Not the argument itself, but built from it.
        AssertNear(
            Gradient.Of((Tensor x) => Plain(x * 3).Sum())(X), Gradient.Of((Tensor x) => inner(x * 3).Sum())(X));
        AssertNear(
            Gradient.Jvp((Tensor x) => Plain(x * 3))(X, X).Tangent,
            Gradient.Jvp((Tensor x) => inner(x * 3))(X, X).Tangent);
        Func<Tensor, Tensor> gradient = Compile.Of(Gradient.Of((Tensor x) => inner(x * 3).Sum()));
        AssertNear(Gradient.Of((Tensor x) => Plain(x * 3).Sum())(X), gradient(X));
    }

    [Fact]
    public void A_traced_function_may_have_another_one_traced()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<Tensor, Tensor> step = Compile.Of((Tensor x) =>
        {
            _ = Compile.Explain(static y => [y[0].Sin()], [Tensor.Scalar(1.0)]);
            w.Assign(w + x);
            return w * 2;
        });
        Assert.Equal(6, step(Tensor.Scalar(2.0)).Item());
        Assert.Equal(16, step(Tensor.Scalar(5.0)).Item());
        Assert.Equal(8, w.Item());
    }

    [Fact]
    public void Derivatives_of_compiled_losses_can_be_checked()
    {
        var w = new Variable(Tensor.From(1.0, 2, -0.5), "w");
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) => (w * x).Sin().Sum());
        Assert.True(GradientCheck.Run(() => compiled(Y), [w]).Passed);
        Assert.True(GradientCheck.Run((Tensor x) => compiled(x * 2), Y).Passed);
        Assert.Equal([1, 2, -0.5], w.ToArray<double>());
    }

    [Fact]
    public void Several_threads_may_call()
    {
        var w = new Variable(Tensor.Scalar(3.0), "w");
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) => (x * w).Exp().Sum());
        Parallel.For(0, 200, i =>
        {
            Tensor x = Tensor.Full([1 + (i % 5)], i / 100.0, DType.Float64);
            // An ulp or two of sums up to 2,000; the data of another thread would be 3 % off.
            Assert.Equal((1 + (i % 5)) * Math.Exp(3 * i / 100.0), compiled(x).Item(), 1e-9);
        });
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Compile.Of((Func<Tensor, Tensor>)null!));
        Assert.Throws<ArgumentNullException>(() => Compile.Of(static (Tensor x) => x)(null!));
    }

    private static void AssertNear((Tensor, Tensor) expected, (Tensor, Tensor) actual)
    {
        AssertNear(expected.Item1, actual.Item1);
        AssertNear(expected.Item2, actual.Item2);
    }

    private static void AssertNear(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.DType, actual.DType);
        double[] a = expected.Cast(DType.Float64).ToArray<double>(), b = actual.Cast(DType.Float64).ToArray<double>();
        for (int i = 0; i < a.Length; i++) Assert.Equal(a[i], b[i], Roundings * Math.Max(1, Math.Abs(a[i])));
    }
}
