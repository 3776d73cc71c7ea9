namespace ChainRule.Learning;

/// <summary>x·Φ(x), exact, element by element (Hendrycks &amp; Gimpel 2016).</summary>
public sealed class Gelu : Activation
{
    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x) => x.Gelu();
}
