using System.Globalization;
using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A layer that may have a wrong backward rule.</summary>
internal sealed class CheckedLayer
{
    // A random direction: a rule that is wrong for one element only must not hide in a sum.
    private const int Direction = 11;

    private readonly Tensor _input;
    private readonly Func<Tensor, Tensor> _function;

    // What the wrong rule gave last.
    private Shape? _given;

    /// <summary>A layer.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="input">By what it is differentiated.</param>
    /// <param name="function">What it computes of that.</param>
    /// <param name="mistake">What would be wrong with the wrong rule.</param>
    /// <param name="wrongRule">The wrong rule, from the input, the output and upstream; null for the right one.</param>
    public CheckedLayer(
        string name,
        Tensor input,
        Func<Tensor, Tensor> function,
        Localised mistake,
        Func<Tensor, Tensor, Tensor, Tensor>? wrongRule)
    {
        (Name, _input, Mistake, IsWrong) = (name, input, mistake, wrongRule is not null);
        _function = wrongRule is null ? function : Gradient.Custom(name, function, (x, y, yBar) =>
        {
            Tensor xBar = wrongRule(x, y, yBar);
            _given = xBar.Shape;
            return xBar;
        });
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What the mistake in the wrong rule is.</summary>
    public Localised Mistake { get; }

    /// <summary>Whether its rule is the wrong one.</summary>
    public bool IsWrong { get; }

    /// <summary>
    /// How far backpropagation and central differences are apart at most: infinitely if not even their shapes agree;
    /// null if not checked yet.
    /// </summary>
    public double? Difference { get; private set; }

    /// <summary>The same as it is shown: a number, or the two shapes; null if not checked yet.</summary>
    public string? Finding { get; private set; }

    /// <summary>Checks the rule.</summary>
    public void Check()
    {
        Tensor y = _function(_input);
        Tensor upstream = Tensor.RandomNormal(y.Shape, Direction, dtype: DType.Float64);
        try
        {
            GraphCheck check = GraphCheck.Of((y * upstream).Sum(), [_input]);
            Difference = check.Derivatives.Max(static derivative => derivative.AbsoluteError);
            Finding = Difference.Value.ToString("0.0e0", CultureInfo.InvariantCulture);
        }
        catch (GradientException) when (_given is { } given && given != _input.Shape)
        {
            Difference = double.PositiveInfinity;
            Finding = $"{given} ≠ {_input.Shape}";
        }
    }
}
