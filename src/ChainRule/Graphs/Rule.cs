namespace ChainRule.Graphs;

/// <summary>A rule of differentiation.</summary>
public enum Rule
{
    /// <summary>The reverse rule, x̄ += Jᵀȳ.</summary>
    Vjp,

    /// <summary>The forward rule, ẏ = Jẋ.</summary>
    Jvp,
}
