using static TorchSharp.torch;

namespace ChainRule.Peers.LibTorch;

/// <summary>Convolutions of images, and their gradients by images and filters.</summary>
internal static class Convolutions
{
    public static void Time(Clock clock, int images, int channels, int size, int filters, int window, int padding)
    {
        string name = $"conv-{images}x{channels}x{size}x{size}-{filters}x{window}x{window}";
        int positions = size + (2 * padding) - window + 1;
        double flops = 2.0 * images * positions * positions * filters * channels * window * window;
        Tensor Apply(Tensor x, Tensor w) => nn.functional.conv2d(x, w, padding: [padding, padding]);
        Tensor[] Data() => [rand(images, channels, size, size), rand(filters, channels, window, window)];
        clock.Time($"{name}/function", flops, () =>
        {
            Tensor[] x = Data();
            return () =>
            {
                using IDisposable _ = no_grad();
                Apply(x[0], x[1]).Dispose();
            };
        });
        using Tensor weights = rand(images, filters, positions, positions);
        Gradients.Time(clock, name, Data, x => (Apply(x[0], x[1]) * weights).sum());
    }
}
