namespace ChainRule.Learning.Tests.Layers;

public sealed class ForgottenLayerTests
{
    [Fact]
    public void A_layer_that_uses_another_without_listing_it_is_refused()
    {
        var net = new Sequential(new Forgetful(), new Linear(4, 1));
        var error = Assert.Throws<InvalidOperationException>(() => net.Forward(Tensor.Zeros([2, 3])));
        Assert.Equal(
            "The layer `forgetful1` (Forgetful) uses `linear` (Linear), which is not among its Children, "
            + "so it would not be trained. Override Children in Forgetful, for instance: "
            + "public override IReadOnlyList<Layer> Children => [_first, .. _layers];",
            error.Message);
    }

    [Fact]
    public void A_layer_without_parameters_need_not_be_listed_and_one_that_is_listed_may_be_used()
    {
        Tensor y = new Careful().Forward(Tensor.Ones([2, 3]));
        Assert.Equal(Shape.Create([2, 4]), y.Shape);
    }

    private sealed class Forgetful : Layer
    {
        private readonly List<Linear> _layers = [new Linear(3, 4)];

        protected override Tensor Apply(Tensor x) => _layers[0].Forward(x);
    }

    private sealed class Careful : Layer
    {
        private readonly Linear[] _layers = [new Linear(3, 4), new Linear(4, 4)];

        public override IReadOnlyList<Layer> Children => [.. _layers];

        protected override Tensor Apply(Tensor x) => _layers[1].Forward(new Relu().Forward(_layers[0].Forward(x)));
    }
}
