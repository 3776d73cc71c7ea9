using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ChainRule.Peers.LibTorch;

/// <summary>Fully connected networks with ReLUs: a step of SGD, and the forward pass alone.</summary>
internal static class Networks
{
    public static void Time(Clock clock, int batch, params int[] widths)
    {
        string name = $"mlp-{string.Join('-', widths)}-b{batch}";
        double weights = widths.Zip(widths.Skip(1), static (from, to) => (double)from * to).Sum();
        // A product forwards and two backwards, but nobody needs the gradient of the input.
        double flops = (6 * weights - 2.0 * widths[0] * widths[1]) * batch;
        clock.Time($"{name}/train", flops, () =>
        {
            Sequential net = Network(widths);
            optim.Optimizer optimizer = optim.SGD(net.parameters(), 0.01);
            Tensor x = rand(batch, widths[0]), labels = randint(widths[^1], [batch]);
            return () =>
            {
                using DisposeScope temporaries = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.cross_entropy(net.forward(x), labels).backward();
                optimizer.step();
            };
        });
        clock.Time($"{name}/forward", 2 * weights * batch, () =>
        {
            Sequential net = Network(widths);
            Tensor x = rand(batch, widths[0]);
            return () =>
            {
                using DisposeScope temporaries = NewDisposeScope();
                using var off = no_grad();
                net.forward(x);
            };
        });
    }

    private static Sequential Network(int[] widths)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        for (int i = 1; i < widths.Length; i++)
        {
            if (i > 1) layers.Add(nn.ReLU());
            layers.Add(nn.Linear(widths[i - 1], widths[i]));
        }

        return nn.Sequential(layers);
    }
}
