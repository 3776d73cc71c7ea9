namespace ChainRule.Learning;

/// <summary>
/// Steps that shrink where gradients were large: h ← h + g²; p ← p − η·g/(√h + ε) (Duchi, Hazan &amp; Singer 2011).
/// </summary>
public sealed class AdaGrad : Optimizer
{
    private readonly Variable[] _squares;
    private readonly double _epsilon;

    /// <summary>Sets up AdaGrad.</summary>
    /// <param name="parameters">What is trained.</param>
    /// <param name="learningRate">η, positive.</param>
    /// <param name="epsilon">ε, positive: keeps the division from 0.</param>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public AdaGrad(IEnumerable<Variable> parameters, double learningRate = 0.01, double epsilon = 1e-7)
        : base(parameters, learningRate)
    {
        _epsilon = Small(epsilon);
        _squares = Memory("squares");
    }

    /// <inheritdoc/>
    protected override IEnumerable<(Variable Variable, Tensor Value)> Update(IReadOnlyList<Tensor> gradients)
    {
        for (int i = 0; i < gradients.Count; i++)
        {
            Tensor gradient = gradients[i], squares = _squares[i] + gradient.Square();
            yield return (_squares[i], squares);
            Tensor step = Rate(gradient.DType) * gradient / (squares.Sqrt() + _epsilon);
            yield return (Parameters[i], Parameters[i] - step);
        }
    }
}
