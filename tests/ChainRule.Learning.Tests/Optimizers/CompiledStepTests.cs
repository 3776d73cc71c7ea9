namespace ChainRule.Learning.Tests;

/// <summary>Steps of optimisers inside compiled functions are those of uncompiled ones.</summary>
public sealed class CompiledStepTests
{
    private const int Steps = 10;

    private static readonly Tensor Inputs = Tensor.RandomNormal([24, 5], 1, dtype: DType.Float64).Detach(),
        Labels = (Inputs.Sum(-1) > 0).Cast(DType.Int32).Detach();

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    public void Compiled_steps_train_as_uncompiled_ones_do(string name)
    {
        (Layer plain, Layer compiled) = (Net(), Net());
        Func<Tensor, Tensor, Tensor> step = Step(plain, Create(name, plain));
        Func<Tensor, Tensor, Tensor> fast = Compile.Of(Step(compiled, Create(name, compiled)));
        double first = 0, last = 0;
        for (int i = 0; i < Steps; i++)
        {
            last = step(Inputs, Labels).Item();
            if (i == 0) first = last;
            // The two plans may add up in different orders; each of ten steps passes on what the one before rounded.
            Assert.Equal(last, fast(Inputs, Labels).Item(), 1e-11);
            AssertSame(plain, compiled);
        }

        Assert.True(last < first, $"{last} after {first}");
    }

    [Fact]
    public void Batches_of_other_sizes_go_on_where_the_last_one_ended()
    {
        (Layer plain, Layer compiled) = (Net(), Net());
        Func<Tensor, Tensor, Tensor> step = Step(plain, Create("adam", plain));
        Func<Tensor, Tensor, Tensor> fast = Compile.Of(Step(compiled, Create("adam", compiled)));
        foreach (int size in (int[])[24, 7, 24, 7, 1, 24])
        {
            double loss = step(Inputs[..size], Labels[..size]).Item();
            Assert.Equal(loss, fast(Inputs[..size], Labels[..size]).Item(), 1e-11);
        }

        AssertSame(plain, compiled);
    }

    [Fact]
    public void Compiled_and_uncompiled_steps_can_take_turns()
    {
        (Layer plain, Layer mixed) = (Net(), Net());
        Func<Tensor, Tensor, Tensor> step = Step(plain, Create("momentum", plain));
        Func<Tensor, Tensor, Tensor> slow = Step(mixed, Create("momentum", mixed)), fast = Compile.Of(slow);
        for (int i = 0; i < Steps; i++)
        {
            Tensor before = mixed.Forward(Inputs);
            double[] expected = plain.Forward(Inputs).ToArray<double>();
            step(Inputs, Labels);
            (i % 3 == 0 ? slow : fast)(Inputs, Labels);
            // What was built before the step has the values from before.
            Assert.Equal(expected, before.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-11);
        }

        AssertSame(plain, mixed);
    }

    [Fact]
    public void Labels_that_are_no_classes_stop_a_step_before_it_changes_anything()
    {
        Layer net = Net();
        Func<Tensor, Tensor, Tensor> step = Compile.Of(Step(net, Create("adam", net)));
        for (int i = 0; i < 4; i++) step(Inputs, Labels);
        double[][] before = [.. net.Parameters.Select(static p => p.Detach().ToArray<double>())];
        Assert.Throws<IndexOutOfRangeException>(() => step(Inputs, Labels + 5));
        for (int i = 0; i < before.Length; i++) Assert.Equal(before[i], net.Parameters[i].ToArray<double>());
        for (int i = 0; i < 4; i++) step(Inputs, Labels);
        double[] values = net.Parameters[0].ToArray<double>();
        Assert.Throws<IndexOutOfRangeException>(() => step(Inputs, Labels + 5));
        Assert.Equal(values, net.Parameters[0].ToArray<double>());
    }

    private static Sequential Net() => new(
        new Linear(5, 8, key: 2, dtype: DType.Float64), new Gelu(), new Linear(8, 2, key: 3, dtype: DType.Float64));

    private static Func<Tensor, Tensor, Tensor> Step(Layer net, Optimizer optimizer) => (x, t) =>
    {
        Tensor loss = Loss.SoftmaxCrossEntropy(net.Forward(x), t);
        optimizer.Minimize(loss);
        return loss;
    };

    private static Optimizer Create(string name, Layer net) => name switch
    {
        "sgd" => new Sgd(net.Parameters, 0.1),
        "momentum" => new Sgd(net.Parameters, 0.1, 0.9),
        "adagrad" => new AdaGrad(net.Parameters, 0.05),
        _ => new Adam(net.Parameters, 0.02),
    };

    private static void AssertSame(Layer expected, Layer actual)
    {
        for (int i = 0; i < expected.Parameters.Count; i++)
        {
            Assert.Equal(
                expected.Parameters[i].ToArray<double>(),
                actual.Parameters[i].ToArray<double>(),
                (a, b) => Math.Abs(a - b) < 1e-11);
        }
    }
}
