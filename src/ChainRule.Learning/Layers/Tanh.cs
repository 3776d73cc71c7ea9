namespace ChainRule.Learning;

/// <summary>tanh x, element by element.</summary>
public sealed class Tanh : Activation
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Tanh();
}
