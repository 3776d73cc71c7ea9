using ChainRule.Execution;

namespace ChainRule.Tests.Tensors;

/// <summary>Random state: another key each time, compiled or not.</summary>
public sealed class RandomStateTests
{
    [Fact]
    public void Every_key_is_another_one_and_the_same_seed_gives_the_same_ones()
    {
        RandomState one = new(5), two = new(5), other = new(6);
        var seen = new HashSet<double>();
        for (int i = 0; i < 100; i++)
        {
            double number = Draw(one);
            Assert.Equal(number, Draw(two));
            Assert.True(seen.Add(number) && seen.Add(Draw(other)));
        }

        Assert.Equal(100, one.Position.Item<long>());
        two.Position.Assign(Tensor.Scalar(7L));
        RandomState third = new(5);
        for (int i = 0; i < 7; i++) third.Next();
        Assert.Equal(Draw(third), Draw(two));
    }

    [Fact]
    public void A_compiled_function_draws_the_numbers_of_the_function_itself()
    {
        RandomState plain = new(1), traced = new(1);
        Tensor x = Tensor.Ones(1000);
        Func<Tensor, (Tensor, Tensor)> compiled = Compile.Of((Tensor x) => Dropout(x, traced));
        for (int call = 0; call < 5; call++)
        {
            (Tensor y, Tensor slope) = compiled(x);
            (Tensor expected, Tensor expectedSlope) = Dropout(x, plain);
            Assert.Equal(expected.ToArray<float>(), y.ToArray<float>());
            Assert.Equal(expectedSlope.ToArray<float>(), slope.ToArray<float>());
            Assert.Equal(call + 1, traced.Position.Item<long>());
            // x is 1 everywhere, so the derivative, of the mask that was drawn, is y.
            Assert.Equal(y.ToArray<float>(), slope.ToArray<float>());
        }
    }

    [Fact]
    public void Several_draws_in_one_call_are_different()
    {
        var state = new RandomState(3);
        Func<Tensor, (Tensor, Tensor)> compiled = Compile.Of((Tensor x) =>
            (Tensor.RandomNormal(4, state.Next()) + x, Tensor.RandomNormal(4, state.Next().Split(1)) + x));
        (Tensor first, Tensor second) = compiled(Tensor.Zeros(4));
        Assert.NotEqual(first.ToArray<float>(), second.ToArray<float>());
        var plain = new RandomState(3);
        Assert.Equal(Tensor.RandomNormal(4, plain.Next()).ToArray<float>(), first.ToArray<float>());
        Assert.Equal(Tensor.RandomNormal(4, plain.Next().Split(1)).ToArray<float>(), second.ToArray<float>());
        Assert.Equal(2, state.Position.Item<long>());
    }

    [Fact]
    public void A_new_key_needs_no_new_plan()
    {
        Assert.SkipWhen(ExecutionSettings.Mode == ExecutionMode.Reference, "Without plans there is no cache of them.");
        Tensor.RandomNormal([3, 17], 1).ToArray<float>();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tensor.RandomNormal([3, 17], 2).ToArray<float>();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 8_000, $"{allocated} bytes");
    }

    private static double Draw(RandomState state) => Tensor.RandomUniform(1, state.Next(), dtype: DType.Float64).Item();

    private static (Tensor, Tensor) Dropout(Tensor x, RandomState state)
    {
        Tensor mask = Tensor.RandomUniform(x.Shape, state.Next()) < 0.5;
        Tensor y = Tensor.Select(mask, x * 2, 0);
        return (y, Gradient.Of(y.Sum(), x));
    }
}
