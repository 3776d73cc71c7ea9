namespace ChainRule.Learning.Tests;

public sealed class LinearTests
{
    [Fact]
    public void It_multiplies_by_the_weights_and_adds_the_biases()
    {
        var layer = new Linear(2, 3, key: 1);
        layer.Weight.Assign(Tensor.From(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } }));
        layer.Bias!.Assign(Tensor.From(10f, 20, 30));

        float[] y = layer.Forward(Tensor.From(new[,] { { 1f, 1 }, { 0, 2 } })).ToArray<float>();

        Assert.Equal([15, 27, 39, 18, 30, 42], y);
    }

    [Fact]
    public void Any_axes_may_stand_before_the_last()
    {
        var layer = new Linear(4, 3, key: 1);
        Tensor x = Tensor.RandomNormal([2, 5, 4], 2);

        Tensor y = layer.Forward(x);

        Assert.Equal([2, 5, 3], y.Shape);
        Assert.Equal(layer.Forward(x.Reshape(10, 4)).ToArray<float>(), y.ToArray<float>());
    }

    [Fact]
    public void The_same_key_gives_the_same_weights_and_layers_without_keys_differ()
    {
        float[] first = new Linear(7, 5, key: 42).Weight.ToArray<float>();

        Assert.Equal(first, new Linear(7, 5, key: 42).Weight.ToArray<float>());
        Assert.NotEqual(first, new Linear(7, 5, key: 43).Weight.ToArray<float>());
        Assert.NotEqual(new Linear(7, 5).Weight.ToArray<float>(), new Linear(7, 5).Weight.ToArray<float>());
    }

    [Fact]
    public void The_layers_of_a_dense_network_differ()
    {
        Sequential net = Sequential.Dense([5, 5, 5], () => new Relu(), key: 42);

        Assert.NotEqual(net.Parameters[0].ToArray<float>(), net.Parameters[2].ToArray<float>());
    }

    [Fact]
    public void Biases_start_at_0_and_may_be_left_out()
    {
        Assert.Equal([0, 0, 0], new Linear(2, 3).Bias!.ToArray<float>());
        Assert.Single(new Linear(2, 3, bias: false).Parameters);
    }

    [Theory]
    [InlineData("he", 0.1)]
    [InlineData("xavier", 0.08164965809277261)]
    [InlineData("normal", 0.25)]
    public void Weights_have_the_deviation_of_their_initializer(string name, double expected)
    {
        Initializer initializer = name switch
        {
            "he" => Initializer.He,
            "xavier" => Initializer.Xavier,
            _ => Initializer.Normal(0.25),
        };

        double deviation = Math.Sqrt(initializer.Weights(200, 100, key: 3, DType.Float64).Square().Mean().Item());

        // The deviation of 20,000 numbers is off by 1/√40,000 = 0.5 % typically.
        Assert.Equal(1, deviation / expected, 0.02);
    }
}
