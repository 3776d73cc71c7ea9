using System.Diagnostics;
using System.Text.Json;
using ChainRule.Learning;

namespace ChainRule.Workloads;

/// <summary>
/// The textbook's training: 784-50-10, weights of deviation 0.01, batches of 100 drawn from MNIST, learning rate 0.1,
/// and the accuracy on all images after each epoch.
/// </summary>
internal static class TextbookTraining
{
    private const int BatchSize = 100;

    /// <summary>Trains for so many steps and says in JSON how long that took and what was learnt.</summary>
    public static string Run(int steps)
    {
        Mnist mnist = Mnist.Load();
        var seed = RandomKey.FromSeed(1);
        Sequential net = Sequential.Dense(
            [784, 50, 10], static () => new Relu(), seed.Split(0), Initializer.Normal(0.01));
        var optimizer = new Sgd(net.Parameters, learningRate: 0.1);
        var options = new TrainingOptions
        {
            Iterations = steps,
            BatchSize = BatchSize,
            Seed = seed.Split(1),
            Compiled = true,
        };
        long start = Stopwatch.GetTimestamp();
        Training.Fit(net, optimizer, mnist.Train, mnist.Test, options);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return JsonSerializer.Serialize(new
        {
            peer = Measurement.Self,
            workload = "textbook-training",
            steps,
            seconds,
            accuracy = Training.Accuracy(net, mnist.Test),
        });
    }
}
