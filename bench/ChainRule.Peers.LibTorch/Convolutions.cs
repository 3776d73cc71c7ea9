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

    /// <summary>Times a convolution of each of 32 channels by itself, and its gradient.</summary>
    public static void TimeDepthwise(Clock clock) => TimeChannels(
        clock,
        "depthwise-16x32x30x30-3x3",
        () => [rand(16, 32, 30, 30), rand(32, 1, 3, 3)],
        static x => nn.functional.conv2d(x[0], x[1], groups: 32));

    /// <summary>Times the maxima of windows side by side, and their gradient.</summary>
    public static void TimePooling(Clock clock) => TimeChannels(
        clock,
        "maxpool-16x32x28x28-2x2",
        () => [rand(16, 32, 28, 28)],
        static x => nn.functional.max_pool2d(x[0], 2));

    private static void TimeChannels(Clock clock, string name, Func<Tensor[]> arguments, Func<Tensor[], Tensor> f)
    {
        clock.Time($"{name}/function", 0, () =>
        {
            Tensor[] x = arguments();
            return () =>
            {
                using IDisposable _ = no_grad();
                f(x).Dispose();
            };
        });
        using Tensor weights = rand_like(f(arguments()));
        Gradients.Time(clock, name, arguments, x => (f(x) * weights).sum());
    }
}
