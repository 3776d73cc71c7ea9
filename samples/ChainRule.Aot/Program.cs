using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ChainRule;
using ChainRule.Learning;

// Trains the same network twice, as it is and compiled, and prints the losses: the same wherever it runs.
const int Steps = 40;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"dynamic code: {(RuntimeFeature.IsDynamicCodeCompiled ? "compiled" : "not supported")}");

Tensor inputs = Tensor.RandomNormal([64, 8], 1).Detach();
Tensor labels = (inputs.Square().Sum(-1) > 8).Cast(DType.Int32).Detach();

Train("plain", static step => step);
Train("compiled", static step => Compile.Of(step));

void Train(string way, Func<Func<Tensor, Tensor, Tensor>, Func<Tensor, Tensor, Tensor>> prepare)
{
    var net = new Sequential(new Linear(8, 32, key: 2), new Tanh(), new Linear(32, 2, key: 3));
    var optimizer = new Adam(net.Parameters, 0.02);
    Func<Tensor, Tensor, Tensor> step = prepare((x, t) =>
    {
        Tensor loss = Loss.SoftmaxCrossEntropy(net.Forward(x), t);
        optimizer.Minimize(loss);
        return loss;
    });
    long start = Stopwatch.GetTimestamp();
    for (int i = 1; i <= Steps; i++)
    {
        double loss = step(inputs, labels).Item();
        if (i % 8 == 0) Console.WriteLine($"{way} {i}: {loss:F6}");
    }

    Console.WriteLine($"# {way}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms");
}
