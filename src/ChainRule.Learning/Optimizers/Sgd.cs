namespace ChainRule.Learning;

/// <summary>
/// Gradient descent, p ← p − η·g, if wanted with momentum: v ← μ·v − η·g; p ← p + v (Polyak 1964). It is stochastic
/// where the loss is that of a batch.
/// </summary>
public sealed class Sgd : Optimizer
{
    private readonly Variable[] _velocities = [];

    /// <summary>Sets up gradient descent.</summary>
    /// <param name="parameters">What is trained.</param>
    /// <param name="learningRate">η, positive.</param>
    /// <param name="momentum">μ: how much of the last step is repeated, from 0 to less than 1; 0.9 is usual.</param>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Sgd(IEnumerable<Variable> parameters, double learningRate, double momentum = 0)
        : base(parameters, learningRate)
    {
        Momentum = Fraction(momentum, nameof(momentum));
        if (momentum > 0) _velocities = Memory("velocity");
    }

    /// <summary>μ: how much of the last step is repeated.</summary>
    public double Momentum { get; }

    /// <inheritdoc/>
    protected override IEnumerable<(Variable Variable, Tensor Value)> Update(IReadOnlyList<Tensor> gradients)
    {
        for (int i = 0; i < gradients.Count; i++)
        {
            Variable parameter = Parameters[i];
            if (Momentum == 0)
            {
                yield return (parameter, parameter - (Rate(gradients[i].DType) * gradients[i]));
                continue;
            }

            Tensor velocity = (Momentum * _velocities[i]) - (Rate(gradients[i].DType) * gradients[i]);
            yield return (_velocities[i], velocity);
            yield return (parameter, parameter + velocity);
        }
    }
}
