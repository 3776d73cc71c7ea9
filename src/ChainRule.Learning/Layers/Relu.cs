namespace ChainRule.Learning;

/// <summary>max(x, 0), element by element.</summary>
public sealed class Relu : Activation
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Relu();
}
