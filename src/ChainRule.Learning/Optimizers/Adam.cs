namespace ChainRule.Learning;

/// <summary>
/// Running means of the gradients and of their squares: m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; p ← p −
/// η·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) in step t (Kingma &amp; Ba 2015).
/// </summary>
public sealed class Adam : Optimizer
{
    private readonly Variable[] _means, _squares;
    private readonly double _beta1, _beta2, _epsilon;

    // t is part of the graph, so that every step has the same one.
    private readonly Variable _steps = new(Tensor.Scalar(0.0), "steps");

    /// <summary>Sets up Adam.</summary>
    /// <param name="parameters">What is trained.</param>
    /// <param name="learningRate">η, positive.</param>
    /// <param name="beta1">β₁, from 0 to less than 1: how much of the mean is kept.</param>
    /// <param name="beta2">β₂, from 0 to less than 1: how much of the mean of squares is kept.</param>
    /// <param name="epsilon">ε, positive: keeps the division from 0.</param>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Adam(
        IEnumerable<Variable> parameters,
        double learningRate = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8)
        : base(parameters, learningRate)
    {
        _beta1 = Fraction(beta1, nameof(beta1));
        _beta2 = Fraction(beta2, nameof(beta2));
        _epsilon = Small(epsilon);
        _means = Memory("mean");
        _squares = Memory("squares");
    }

    /// <inheritdoc/>
    protected override IEnumerable<(Variable Variable, Tensor Value)> Update(IReadOnlyList<Tensor> gradients)
    {
        Tensor steps = _steps + 1;
        yield return (_steps, steps);
        Tensor correction1 = 1 - Tensor.Pow(Tensor.Scalar(_beta1), steps);
        Tensor correction2 = 1 - Tensor.Pow(Tensor.Scalar(_beta2), steps);
        for (int i = 0; i < gradients.Count; i++)
        {
            Tensor gradient = gradients[i];
            Tensor mean = (_beta1 * _means[i]) + ((1 - _beta1) * gradient);
            Tensor squares = (_beta2 * _squares[i]) + ((1 - _beta2) * gradient.Square());
            Tensor unbiased = mean / correction1.Cast(gradient.DType);
            Tensor size = (squares / correction2.Cast(gradient.DType)).Sqrt() + _epsilon;
            yield return (_means[i], mean);
            yield return (_squares[i], squares);
            yield return (Parameters[i], Parameters[i] - (Rate(gradient.DType) * unbiased / size));
        }
    }
}
