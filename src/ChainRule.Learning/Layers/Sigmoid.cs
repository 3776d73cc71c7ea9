namespace ChainRule.Learning;

/// <summary>1/(1 + e⁻ˣ), element by element.</summary>
public sealed class Sigmoid : Activation
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Sigmoid();
}
