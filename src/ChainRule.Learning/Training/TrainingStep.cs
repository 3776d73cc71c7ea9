namespace ChainRule.Learning;

/// <summary>What training does again and again, compiled or not.</summary>
internal sealed class TrainingStep(Layer net, Optimizer optimizer, TrainingOptions options)
{
    private Func<Tensor, Tensor, Tensor>? _compiled;

    /// <summary>Goes one step, unless the loss is infinite or NaN: then everything stays as it was.</summary>
    /// <returns>The loss before the step.</returns>
    public double Run(Batch batch)
    {
        if (options.Compiled) return RunCompiled(batch);
        Tensor loss = LossOf(batch);
        optimizer.TryMinimize(loss);
        return loss.Item();
    }

    /// <summary>How the compiled step would be computed.</summary>
    public string Explain(Batch batch) =>
        Compile.Explain(x => [Traced(new Batch(x[0], x[1]))], [batch.Inputs, batch.Labels]);

    private double RunCompiled(Batch batch)
    {
        _compiled ??= Compile.Of((Tensor inputs, Tensor labels) => Traced(new Batch(inputs, labels)));
        try
        {
            return _compiled(batch.Inputs, batch.Labels).Item();
        }
        catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException)
        {
            // A plan knows no labels. Whoever built the graph says better what is wrong with them.
            _ = LossOf(batch).Item();
            throw;
        }
    }

    private Tensor Traced(Batch batch)
    {
        Tensor loss = LossOf(batch);
        optimizer.MinimizeIfFinite(loss);
        return loss;
    }

    private Tensor LossOf(Batch batch) => options.Loss(net.Forward(batch.Inputs), batch.Labels);
}
