namespace ChainRule.Learning;

/// <summary>x·σ(x), element by element.</summary>
public sealed class Silu : Activation
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Silu();
}
