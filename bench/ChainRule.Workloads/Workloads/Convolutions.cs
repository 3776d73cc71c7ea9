namespace ChainRule.Workloads;

/// <summary>
/// Convolutions of images, as the first layer and a deeper one of a network for small pictures have them; with the
/// gradients of a weighted sum of their results by images and filters.
/// </summary>
internal static class Convolutions
{
    public static IEnumerable<Workload> All()
    {
        foreach (Layer layer in (Layer[])[new(100, 1, 28, 30, 5, 0), new(32, 16, 28, 32, 3, 1)])
        {
            string name = $"conv-{layer.Images}x{layer.Channels}x{layer.Size}x{layer.Size}"
                + $"-{layer.Filters}x{layer.Window}x{layer.Window}";
            yield return new($"{name}/function", () => Function(layer)) { Flops = layer.Flops };
            yield return new($"{name}/gradient", () => Step(layer)) { Flops = 3 * layer.Flops };
        }
    }

    private static Action Function(Layer layer)
    {
        (Tensor images, Tensor filters, _) = layer.Data();
        Func<Tensor, Tensor, Tensor> function = Compile.Of((Tensor x, Tensor w) => layer.Apply(x, w));
        return () => function(images, filters);
    }

    private static Action Step(Layer layer)
    {
        (Tensor images, Tensor filters, Tensor weights) = layer.Data();
        Func<IReadOnlyList<Tensor>, Tensor[]> gradient = Compile.Of((IReadOnlyList<Tensor> x) =>
        {
            Tensor z = (layer.Apply(x[0], x[1]) * x[2]).Sum();
            return [z, .. Gradient.Of(z, [x[0], x[1]])];
        });
        Tensor[] arguments = [images, filters, weights];
        return () => gradient(arguments);
    }

    private sealed record Layer(int Images, int Channels, int Size, int Filters, int Window, int Padding)
    {
        private int Positions => Size + (2 * Padding) - Window + 1;

        public double Flops => 2.0 * Images * Positions * Positions * Filters * Channels * Window * Window;

        public (Tensor Images, Tensor Filters, Tensor Weights) Data() => (
            TestData.Uniform(Images, Channels, Size, Size),
            TestData.Uniform(Filters, Channels, Window, Window),
            TestData.Uniform(Images, Filters, Positions, Positions));

        public Tensor Apply(Tensor images, Tensor filters)
        {
            Tensor padded = images.Pad([(0, 0), (0, 0), (Padding, Padding), (Padding, Padding)]);
            Tensor windows = padded.Windows([Window, Window]).Transpose(0, 1, 4, 5, 2, 3)
                .Reshape(Images, Channels * Window * Window, Positions * Positions);
            Tensor y = Tensor.Dot(filters.Reshape(Filters, Channels * Window * Window), windows);
            return y.Reshape(Images, Filters, Positions, Positions);
        }
    }
}
