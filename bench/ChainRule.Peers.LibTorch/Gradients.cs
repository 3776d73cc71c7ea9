using TorchSharp;
using static TorchSharp.torch;

namespace ChainRule.Peers.LibTorch;

/// <summary>Functions with their gradients.</summary>
internal static class Gradients
{
    /// <summary>Times the value of a scalar function and its gradient by the given tensors.</summary>
    public static void Time(Clock clock, string workload, Func<Tensor[]> arguments, Func<Tensor[], Tensor> f) =>
        clock.Time($"{workload}/gradient", 0, () =>
        {
            Tensor[] x = Array.ConvertAll(arguments(), static tensor => tensor.requires_grad_());
            return () =>
            {
                using DisposeScope temporaries = NewDisposeScope();
                // Otherwise the new gradients would be added to the old ones.
                foreach (Tensor tensor in x) tensor.grad = null;
                f(x).backward();
            };
        });

    /// <summary>Times a function of rows, with the gradient of a weighted sum of its results.</summary>
    public static void TimeRows(Clock clock, string name, int rows, int columns, Func<Tensor, Tensor> f)
    {
        using Tensor weights = rand(rows, columns);
        Time(clock, $"{name}-{rows}x{columns}", () => [rand(rows, columns)], x => (f(x[0]) * weights).sum());
    }
}
