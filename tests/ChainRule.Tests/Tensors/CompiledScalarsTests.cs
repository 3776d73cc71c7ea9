namespace ChainRule.Tests.Tensors;

/// <summary>Functions of numbers give what the tensors do.</summary>
public sealed class CompiledScalarsTests
{
    [Fact]
    public void Values_and_derivatives_are_those_of_tensors()
    {
        static Tensor F(IReadOnlyList<Tensor> x) => (x[0].Sin() * x[1]) + (x[1] / (x[2].Square() + 1)).Exp();
        static Tensor[] All(IReadOnlyList<Tensor> x)
        {
            (Tensor value, Tensor[] gradients) = Gradient.ValueAndGradient(F)(x);
            return [value, .. gradients];
        }

        ScalarFunction compiled = Compile.Scalars(All, 3);
        for (int i = 0; i < 20; i++)
        {
            double[] x = [0.1 * i, 1 - (0.3 * i), 0.05 * i], results = new double[4];
            compiled(x, results);
            Tensor[] expected = All([.. x.Select(static value => Tensor.Scalar(value))]);
            // A few roundings of numbers below 10.
            for (int k = 0; k < 4; k++) Assert.Equal(expected[k].Item(), results[k], 1e-13);
        }
    }

    [Fact]
    public void Results_can_be_arguments_numbers_and_the_same_twice()
    {
        ScalarFunction compiled = Compile.Scalars(
            static x => [x[1], x[0] + x[1], x[0] + x[1], Tensor.Scalar(7.0), x[1], Tensor.Full([], 3, DType.Float64)],
            2);
        var results = new double[6];
        for (int i = 0; i < 5; i++)
        {
            compiled([i, 10], results);
            Assert.Equal([10, i + 10, i + 10, 7, 10, 3], results);
        }
    }

    [Fact]
    public void Variables_have_the_value_of_the_call_and_what_was_built_before_keeps_its_own()
    {
        var w = new Variable(Tensor.Scalar(2.0), "w");
        Tensor before = w * 100;
        ScalarFunction compiled = Compile.Scalars(x => [x[0] * w, before, new Tensor(w.Node)], 1);
        var results = new double[3];
        compiled([3], results);
        Assert.Equal([6, 200, 2], results);
        w.Assign(Tensor.Scalar(5.0));
        compiled([3], results);
        Assert.Equal([15, 200, 5], results);
        Func<Tensor, Tensor> step = Compile.Of((Tensor x) =>
        {
            w.Assign(w + x);
            return x;
        });
        for (int i = 0; i < 4; i++)
        {
            step(Tensor.Scalar(1.0));
            compiled([3], results);
            Assert.Equal([3 * (6 + i), 200, 6 + i], results);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var w = new Variable(Tensor.Scalar(2.0), "w");
        Assert.Throws<InvalidOperationException>(() => Compile.Scalars(
            x =>
            {
                w.Assign(x[0]);
                return [w];
            },
            1));
        Assert.Equal(2, w.Item());
        Assert.Throws<ShapeException>(() => Compile.Scalars(static x => [x[0].Reshape(1)], 1));
        Assert.Throws<ShapeException>(() => Compile.Scalars(static x => [x[0].Cast(DType.Float32)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compile.Scalars(static _ => [], -1));
        ScalarFunction compiled = Compile.Scalars(static x => [x[0]], 1);
        Assert.Throws<ArgumentException>(() => compiled([1, 2], new double[1]));
        Assert.Throws<ArgumentException>(() => compiled([1], new double[2]));
    }

    [Fact]
    public void Several_threads_may_call()
    {
        ScalarFunction compiled = Compile.Scalars(static x => [x[0].Exp(), x[0] * x[0]], 1);
        Parallel.For(0, 500, i =>
        {
            var results = new double[2];
            compiled([i / 100.0], results);
            // The exponential is within an ulp; that of another thread's number would be 1 % off.
            Assert.Equal(Math.Exp(i / 100.0), results[0], 1e-12 * Math.Exp(i / 100.0));
            Assert.Equal(i / 100.0 * (i / 100.0), results[1]);
        });
    }
}
