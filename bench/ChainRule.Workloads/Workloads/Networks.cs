using ChainRule.Learning;

namespace ChainRule.Workloads;

/// <summary>Fully connected networks: a whole training step, and the forward pass alone.</summary>
internal static class Networks
{
    private const int Batch = 0, FirstWidth = 1;

    public static IEnumerable<Workload> All()
    {
        int[][] networks =
            [[32, 2, 16, 16, 10], [100, 784, 50, 10], [128, 784, 512, 512, 10], [256, 784, 2048, 2048, 10]];
        foreach (int[] network in networks)
        {
            int batch = network[Batch];
            int[] widths = network[FirstWidth..];
            double weights = widths.Zip(widths.Skip(1), static (from, to) => (double)from * to).Sum();
            // A product forwards and two backwards, but nobody needs the gradient of the input.
            double flops = (6 * weights - 2.0 * widths[0] * widths[1]) * batch;
            string name = $"mlp-{string.Join('-', widths)}-b{batch}";
            yield return new($"{name}/train", () => CompiledStep(batch, widths)) { Flops = flops };
            yield return new($"{name}/forward", () => Forward(batch, widths)) { Flops = 2 * weights * batch };
        }

        yield return new("mlp-784-50-10-b100/train-traced", () => TracedStep(100, [784, 50, 10]));
        yield return new("mlp-784-50-10-b100/function", () => OfLoss(100, [784, 50, 10], static (z, _) => [z]));
        yield return new("mlp-784-50-10-b100/gradient", () =>
            OfLoss(100, [784, 50, 10], static (z, net) => [z, .. Gradient.Of(z, net.Parameters)]));
    }

    private static Action CompiledStep(int batch, int[] widths)
    {
        (Tensor x, Tensor t) = Data(batch, widths);
        Sequential net = Network(widths);
        var optimizer = new Sgd(net.Parameters, learningRate: 0.01);
        Func<Tensor, Tensor, Tensor> step = Compile.Of((Tensor x, Tensor t) =>
        {
            Tensor loss = Loss.SoftmaxCrossEntropy(net.Forward(x), t);
            optimizer.Minimize(loss);
            return loss;
        });
        return () => step(x, t);
    }

    // As in a plain loop: the graph is built, differentiated and run anew in each step.
    private static Action TracedStep(int batch, int[] widths)
    {
        (Tensor x, Tensor t) = Data(batch, widths);
        Sequential net = Network(widths);
        var optimizer = new Sgd(net.Parameters, learningRate: 0.01);
        return () => optimizer.Minimize(Loss.SoftmaxCrossEntropy(net.Forward(x), t));
    }

    private static Action OfLoss(int batch, int[] widths, Func<Tensor, Sequential, Tensor[]> results)
    {
        (Tensor x, Tensor t) = Data(batch, widths);
        Sequential net = Network(widths);
        Func<IReadOnlyList<Tensor>, Tensor[]> f = Compile.Of((IReadOnlyList<Tensor> data) =>
            results(Loss.SoftmaxCrossEntropy(net.Forward(data[0]), data[1]), net));
        Tensor[] data = [x, t];
        return () => f(data);
    }

    private static Action Forward(int batch, int[] widths)
    {
        Tensor x = TestData.Uniform(batch, widths[0]);
        Sequential net = Network(widths);
        Func<Tensor, Tensor> forward = Compile.Of((Tensor x) => net.Forward(x));
        return () => forward(x);
    }

    private static (Tensor X, Tensor T) Data(int batch, int[] widths) =>
        (TestData.Uniform(batch, widths[0]), TestData.Labels(batch));

    private static Sequential Network(int[] widths) =>
        Sequential.Dense(widths, static () => new Relu(), RandomKey.FromSeed(1));
}
