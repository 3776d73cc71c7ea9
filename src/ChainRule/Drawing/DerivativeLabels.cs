namespace ChainRule;

/// <summary>What stands on the arrows of derivatives.</summary>
public enum DerivativeLabels
{
    /// <summary>Their values.</summary>
    Values,

    /// <summary>
    /// The chain rule, with nothing cancelled: <c>∂z/∂z · ∂z/∂t · ∂t/∂x</c>. Where several ways lead on, or the product
    /// would be too long, it begins with the derivative by the value where they meet.
    /// </summary>
    ChainRule,

    /// <summary>What comes from upstream times the local derivative: <c>∂z/∂t · 2t</c>.</summary>
    Local,

    /// <summary>The derivative in terms of the variables and of values that have a name: <c>2(x + y)</c>.</summary>
    Simplified,

    /// <summary>Of tensors the Euclidean norm, and of numbers their value.</summary>
    Norms,

    /// <summary>Empty brackets, to be filled in by the reader.</summary>
    Blank,
}
