namespace ChainRule.Learning;

/// <summary>Examines a network: again and again while it is trained.</summary>
/// <param name="net">The network.</param>
/// <param name="chunk">How many examples are examined at a time.</param>
/// <param name="compiled">Whether the network may be traced.</param>
internal sealed class Evaluation(Layer net, int chunk, bool compiled)
{
    private readonly BatchMemory? _memory = compiled ? new() : null;
    private readonly Func<Tensor, Tensor, Tensor> _matches = compiled ? Compile.Of(Matches(net)) : Matches(net);

    /// <inheritdoc cref="Training.Accuracy"/>
    public double Accuracy(LabeledData data, CancellationToken cancellation)
    {
        if (data.Count == 0) throw new ArgumentException("There are no examples to examine. Give at least one.");
        double matches = 0;
        foreach ((Tensor inputs, Tensor labels) in data.Chunks(chunk, _memory))
        {
            cancellation.ThrowIfCancellationRequested();
            matches += _matches(inputs, labels).Item();
        }

        return matches / data.Count;
    }

    private static Func<Tensor, Tensor, Tensor> Matches(Layer net) =>
        (inputs, labels) => Metric.Matches(net.Forward(inputs), labels);
}
