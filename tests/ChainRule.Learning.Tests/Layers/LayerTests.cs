namespace ChainRule.Learning.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Parameters_are_found_in_fields_arrays_lists_and_nested_layers_each_once()
    {
        string?[] names = [.. new Branches().Parameters.Select(static parameter => parameter.Name)];

        Assert.Equal(
            ["scale", "linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias", "linear3.weight",
                "sequential2.sequential1.linear1.weight", "sequential2.sequential1.linear1.bias"],
            names);
    }

    [Fact]
    public void Parameters_keep_their_names_when_they_are_listed_again_or_assigned()
    {
        var net = new Sequential(new Linear(2, 3, key: 1), new Relu(), new Linear(3, 1, key: 2));
        _ = net.Children[0].Parameters;
        new Sgd(net.Parameters, 0.1).Minimize(net.Forward(Tensor.Ones([4, 2])).Square().Sum());

        Assert.Equal(
            ["linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias"],
            net.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Nodes_belong_to_the_scope_of_their_layer()
    {
        var net = new Sequential(new Linear(2, 3, key: 1), new Relu { Name = "gate" });

        Tensor y = net.Forward(Tensor.Ones([1, 2]));

        Assert.Equal("sequential/gate", y.Node.Scope!.Path);
        Assert.Equal("sequential/linear1", y.Node.Inputs[0].Scope!.Path);
    }

    [Fact]
    public void A_layer_that_is_used_twice_is_trained_once_with_the_sum_of_both_gradients()
    {
        var shared = new Linear(1, 1, bias: false, key: 1, dtype: DType.Float64);
        shared.Weight.Assign(Tensor.From(new[,] { { 3.0 } }));
        var net = new Sequential(shared, shared);

        Assert.Single(net.Parameters);
        new Sgd(net.Parameters, 0.1).Minimize(net.Forward(Tensor.Ones([1, 1], DType.Float64)).Sum());

        // d(w²)/dw = 6.
        Assert.Equal(3 - (0.1 * 6), shared.Weight.Item(), 15);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("silu")]
    public void Gradients_agree_with_central_differences(string activation)
    {
        Sequential net = Sequential.Dense([3, 5, 4], () => Activation.Create(activation), key: 5, dtype: DType.Float64);
        Tensor x = Tensor.RandomNormal([6, 3], 1, dtype: DType.Float64), labels = Tensor.From(0, 1, 2, 3, 0, 2);

        GradientCheckReport report = GradientCheck.Run(
            () => Loss.SoftmaxCrossEntropy(net.Forward(x), labels), net.Parameters);

        Assert.True(report.Passed, report.ToString());
        Assert.Equal(4, report.Inputs.Count);
    }

    [Fact]
    public void Gradients_by_the_input_agree_with_central_differences()
    {
        var net = new Sequential(new Flatten(), new Linear(6, 2, key: 7, dtype: DType.Float64), new Tanh());

        GradientCheckReport report = GradientCheck.Run(
            x => net.Forward(x).Square().Sum(), Tensor.RandomNormal([4, 2, 3], 3, dtype: DType.Float64));

        Assert.True(report.Passed, report.ToString());
    }
}
