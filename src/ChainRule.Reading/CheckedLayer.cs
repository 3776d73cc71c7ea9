using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A layer that may have a wrong backward rule.</summary>
/// <param name="name">What it is called.</param>
/// <param name="input">What comes in.</param>
/// <param name="function">What it computes, with the rule it has.</param>
/// <param name="mistake">What would be wrong with the wrong rule.</param>
/// <param name="isWrong">Whether it has that one.</param>
internal sealed class CheckedLayer(
    string name, Tensor input, Func<Tensor, Tensor> function, Localised mistake, bool isWrong)
{
    // A random direction: a rule that is wrong for one element only must not hide in a sum.
    private const int Direction = 11;

    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>What the mistake in the wrong rule is.</summary>
    public Localised Mistake { get; } = mistake;

    /// <summary>Whether its rule is the wrong one.</summary>
    public bool IsWrong { get; } = isWrong;

    /// <summary>How far backpropagation and central differences are apart at most; null if not checked yet.</summary>
    public double? Difference { get; private set; }

    /// <summary>Checks the rule.</summary>
    public void Check()
    {
        Tensor y = function(input);
        Tensor upstream = Tensor.RandomNormal(y.Shape, Direction, dtype: DType.Float64);
        GraphCheck check = GraphCheck.Of((y * upstream).Sum(), [input]);
        Difference = check.Derivatives.Max(static derivative => derivative.AbsoluteError);
    }
}
