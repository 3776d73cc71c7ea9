namespace ChainRule.Workloads;

/// <summary>
/// What goes over the windows of each channel by itself: a depthwise convolution and a pooling, with the gradient of a
/// weighted sum of their results.
/// </summary>
internal static class ChannelWindows
{
    private const int Images = 16, Channels = 32;

    public static IEnumerable<Workload> All() =>
    [
        .. Both("depthwise-16x32x30x30-3x3", Depthwise, [[Images, Channels, 30, 30], [Channels, 1, 1, 3, 3]], 28),
        .. Both("maxpool-16x32x28x28-2x2", Pooling, [[Images, Channels, 28, 28]], 14),
    ];

    private static Tensor Depthwise(IReadOnlyList<Tensor> x) => (x[0].Windows([3, 3]) * x[1]).Sum([-2, -1]);

    private static Tensor Pooling(IReadOnlyList<Tensor> x) => x[0].Windows([2, 2], [2, 2]).Max([-2, -1]);

    private static IEnumerable<Workload> Both(
        string name, Func<IReadOnlyList<Tensor>, Tensor> f, int[][] shapes, int positions)
    {
        yield return new($"{name}/function", () => Ready(x => [f(x)], shapes));
        yield return new($"{name}/gradient", () => Ready(
            x =>
            {
                Tensor z = (f(x) * x[^1]).Sum();
                return [z, .. Gradient.Of(z, [.. x.Take(shapes.Length)])];
            },
            [.. shapes, [Images, Channels, positions, positions]]));
    }

    private static Action Ready(Func<IReadOnlyList<Tensor>, Tensor[]> f, int[][] shapes)
    {
        Func<IReadOnlyList<Tensor>, Tensor[]> compiled = Compile.Of(f);
        Tensor[] arguments = Array.ConvertAll(shapes, static shape => TestData.Uniform(shape));
        return () => compiled(arguments);
    }
}
