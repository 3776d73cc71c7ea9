namespace ChainRule.Learning;

/// <summary>Joins all axes after the first: images [n, 28, 28] become rows [n, 784].</summary>
public sealed class Flatten : Layer
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Rank > 1
        ? x.Flatten(fromAxis: 1)
        : throw new ShapeException(
            $"{Name}: the input needs a batch axis and at least one more, "
            + $"but {x.Node.Description} has shape {x.Shape}. "
            + "Add the batch axis with Unsqueeze(0).");
}
