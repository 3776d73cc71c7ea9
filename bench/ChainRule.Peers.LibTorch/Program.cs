// Times libtorch on our workloads: [threads] [part of a workload's name] [--seconds S]. Prints a line of JSON for each.
using System.Globalization;
using ChainRule.Peers.LibTorch;
using static TorchSharp.torch;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double seconds = 2;
if (args is [.. var rest, "--seconds", var text])
{
    seconds = double.Parse(text, CultureInfo.InvariantCulture);
    args = rest;
}

int threads = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
SharedLibrary.Relax();
set_num_threads(threads);
var clock = new Clock(threads, args.Length > 1 ? args[1] : "", seconds);

foreach (int n in (int[])[64, 128, 256, 512, 1024, 2048])
{
    clock.Time($"gemm/{n}", 2.0 * n * n * n, () =>
    {
        Tensor a = rand(n, n), b = rand(n, n);
        return () => a.matmul(b).Dispose();
    });
}

Networks.Time(clock, 32, 2, 16, 16, 10);
Networks.Time(clock, 100, 784, 50, 10);
Networks.Time(clock, 128, 784, 512, 512, 10);
Networks.Time(clock, 256, 784, 2048, 2048, 10);

Gradients.Time(clock, "scalar-square", () => [tensor(3.0), tensor(4.0)], static x => (x[0] + x[1]).square());
foreach (int n in (int[])[1_000, 100_000, 1_000_000])
{
    Gradients.Time(
        clock,
        $"elementwise-{n}",
        () => [rand(n), rand(n)],
        static x => (tanh(x[0] * x[1] + x[0]) * sigmoid(x[1])).sum());
}

foreach ((int rows, int columns) in ((int, int)[])[(128, 10), (128, 1024), (2048, 1024)])
{
    Gradients.TimeRows(clock, "softmax", rows, columns, static x => nn.functional.softmax(x, 1));
    Gradients.TimeRows(clock, "layernorm", rows, columns, x => nn.functional.layer_norm(x, [columns]));
}

Convolutions.Time(clock, 100, 1, 28, 30, 5, 0);
Convolutions.Time(clock, 32, 16, 28, 32, 3, 1);
Convolutions.TimeDepthwise(clock);
Convolutions.TimePooling(clock);
