namespace ChainRule.Learning;

/// <summary>Trains networks that tell classes apart, and examines them.</summary>
public static class Training
{
    /// <summary>
    /// Trains a network. The same seed gives the same network, bit for bit, if it started with the same weights.
    /// </summary>
    /// <param name="net">Takes inputs [n, d] and gives logits [n, k].</param>
    /// <param name="optimizer">Trains the network's parameters.</param>
    /// <param name="train">What is learnt from.</param>
    /// <param name="test">What is examined after each epoch, but not learnt; may be null.</param>
    /// <param name="options">How long, and in which batches.</param>
    /// <param name="progress">
    /// Is told how far it has come: at most every 100 ms by default, and at the end of each epoch.
    /// </param>
    /// <param name="cancellation">Ends training after the present step; what was learnt stays.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there are no examples.</exception>
    /// <exception cref="TrainingException">
    /// The loss became infinite or NaN; the parameters stay as they were before that step.
    /// </exception>
    public static TrainingHistory Fit(
        Layer net,
        Optimizer optimizer,
        LabeledData train,
        LabeledData? test,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        long steps = options.Steps(train.Count);
        if (train.Count == 0) throw new ArgumentException("There are no examples to learn from. Give at least one.");
        return new TrainingRun(net, optimizer, train, test, options, steps, progress).ToEnd(cancellation);
    }

    /// <summary>The part of examples that a network classifies as their label says, from 0 to 1.</summary>
    /// <param name="net">Takes inputs [n, d] and gives logits [n, k].</param>
    /// <param name="data">At least one example.</param>
    /// <param name="chunk">How many examples are examined at a time: more need more memory.</param>
    /// <param name="cancellation">Ends the examination with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    public static double Accuracy(
        Layer net, LabeledData data, int chunk = 1000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        return new Evaluation(net, chunk, compiled: false).Accuracy(data, cancellation);
    }

    /// <summary>
    /// How a compiled step of training would be computed: the graph of forward, loss, backward and update, then the
    /// plan with its fused loops. Nothing is trained.
    /// </summary>
    /// <param name="net">Takes inputs [n, d] and gives logits [n, k].</param>
    /// <param name="optimizer">Trains the network's parameters.</param>
    /// <param name="batch">Tensors of the types that a step gets; their values are not read.</param>
    /// <param name="options">The loss is taken from it.</param>
    public static string Explain(Layer net, Optimizer optimizer, Batch batch, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(options);
        return new TrainingStep(net, optimizer, options).Explain(batch);
    }
}
