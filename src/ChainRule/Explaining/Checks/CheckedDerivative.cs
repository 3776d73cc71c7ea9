namespace ChainRule;

/// <summary>The derivative by one element of an input, found in two ways.</summary>
public sealed record CheckedDerivative
{
    internal CheckedDerivative()
    {
    }

    /// <summary>The element: <c>x</c>, <c>w[1]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The derivative by backpropagation.</summary>
    public required double Derivative { get; init; }

    /// <summary>The central difference (f(x + h) − f(x − h)) / 2h.</summary>
    public required double Numerical { get; init; }

    /// <summary>h.</summary>
    public required double Step { get; init; }

    /// <summary>Whether they agree, and if not, why.</summary>
    public required CheckVerdict Verdict { get; init; }

    /// <summary>The kinks and jumps between x − h and x + h that matter; the nearest first.</summary>
    public IReadOnlyList<GraphKink> Kinks { get; init; } = [];

    /// <summary>The slope on the left of a kink, (f(x − h) − f(x − 2h)) / h; null if there is none.</summary>
    public double? LeftSlope { get; init; }

    /// <summary>The slope on the right of a kink, (f(x + 2h) − f(x + h)) / h; null if there is none.</summary>
    public double? RightSlope { get; init; }

    /// <summary>|derivative − central difference|.</summary>
    public double AbsoluteError => Math.Abs(Derivative - Numerical);

    /// <summary>The absolute error by the larger of both; 0 if both are 0.</summary>
    public double RelativeError =>
        AbsoluteError == 0 ? 0 : AbsoluteError / Math.Max(Math.Abs(Derivative), Math.Abs(Numerical));

    /// <summary>What there is to say of it: nothing if they agree, else a sentence or two.</summary>
    /// <param name="language">The language.</param>
    public string Words(Language language = Language.English) => Explaining.CheckWords.Of(this, language);
}
