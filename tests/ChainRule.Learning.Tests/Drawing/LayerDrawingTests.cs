using System.Globalization;
using System.Xml.Linq;

namespace ChainRule.Learning.Tests.Drawing;

public sealed class LayerDrawingTests
{
    private static readonly Tensor Images = Tensor.RandomNormal([4, 6], 1), Labels = Tensor.From([0, 1, 2, 0]);

    [Fact]
    public void A_network_is_a_box_for_each_layer_with_the_norms_of_its_derivatives()
    {
        var network = Sequential.Dense([6, 5, 3], static () => new Relu(), 42);
        string[] texts = Texts(network.Draw(Images, Loss));
        Assert.All(
            ["input", "(4, 6)", "linear1", "relu", "linear2", "softmax_cross_entropy", "loss"],
            part => Assert.Contains(part, texts));
        Assert.DoesNotContain("linear1.weight", texts);

        Tensor input = Images.Detach();
        Tensor derivative = Gradient.Of(Loss(network.Forward(input)), [input])[0];
        double norm = Math.Sqrt(derivative.Cast(DType.Float64).ToArray<double>().Sum(static x => x * x));
        double[] shown = [.. texts.Where(static text => text.StartsWith('‖'))
            .Select(static text => double.Parse(text[4..], CultureInfo.InvariantCulture))];
        Assert.Contains(shown, number => Math.Abs(number - norm) < 1e-5 * norm);
    }

    [Fact]
    public void A_layer_can_be_unfolded_with_its_parameters()
    {
        var network = Sequential.Dense([6, 5, 3], static () => new Relu(), 42);
        string picture = network.Draw(Images, Loss, ["linear2"]);
        string[] texts = Texts(picture);
        Assert.All(["linear1", "dot", "linear2.weight", "linear2.bias"], part => Assert.Contains(part, texts));
        Assert.DoesNotContain("linear1.weight", texts);
        // No box, but a frame with this title.
        Assert.Contains("linear1</text>\n</g>", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("linear2</text>\n</g>", picture, StringComparison.Ordinal);
        Assert.Single(texts, "linear2");
        texts = Texts(network.Draw(Images, Loss, ["all"]));
        Assert.All(["linear1.weight", "linear2.bias", "exp"], part => Assert.Contains(part, texts));
    }

    [Fact]
    public void Without_a_loss_it_is_the_forward_pass()
    {
        string[] texts = Texts(Sequential.Dense([6, 5, 3], static () => new Relu(), 42).Draw(Images));
        Assert.Contains("output", texts);
        Assert.DoesNotContain(texts, static text => text.StartsWith('‖'));
    }

    [Fact]
    public void A_deep_network_is_folded_to_any_depth()
    {
        var block = new Sequential(new Convolution(1, 4, 1), new Relu(), new Convolution(4, 8, 2), new Relu());
        var network = new Sequential(block, new Flatten(), new Linear(8 * 4 * 4, 10));
        Tensor images = Tensor.RandomNormal([2, 1, 8, 8], 3);
        string[] texts = Texts(network.Draw(images));
        Assert.All(["sequential1", "flatten1", "linear1"], part => Assert.Contains(part, texts));
        Assert.DoesNotContain("convolution1", texts);
        texts = Texts(network.Draw(images, unfold: [block.Name]));
        Assert.All(["convolution1", "convolution2", "linear1"], part => Assert.Contains(part, texts));
        texts = Texts(network.Draw(images, unfold: [block.Name, "convolution2"]));
        Assert.All(["convolution1", "windows"], part => Assert.Contains(part, texts));
    }

    private static Tensor Loss(Tensor output) => Learning.Loss.SoftmaxCrossEntropy(output, Labels);

    private static string[] Texts(string svg) =>
        [.. XDocument.Parse(svg).Descendants("{http://www.w3.org/2000/svg}text").Select(static text => text.Value)];
}
