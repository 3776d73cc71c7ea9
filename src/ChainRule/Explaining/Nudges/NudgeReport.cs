namespace ChainRule;

/// <summary>What became of a nudge.</summary>
public sealed record NudgeReport
{
    internal NudgeReport()
    {
    }

    /// <summary>What was moved: <c>x</c>, or <c>w[1]</c>.</summary>
    public required string Moved { get; init; }

    /// <summary>The name of the result.</summary>
    public required string Result { get; init; }

    /// <summary>h: how far it was moved, as rounded to the type of the value.</summary>
    public required double Step { get; init; }

    /// <summary>The result before.</summary>
    public required double Before { get; init; }

    /// <summary>The result after.</summary>
    public required double After { get; init; }

    /// <summary>The result when the value is moved by −h instead; it tells how the function bends.</summary>
    public required double Opposite { get; init; }

    /// <summary>
    /// The derivative of the result by what was moved, by backpropagation; the sum over all elements if all are moved.
    /// </summary>
    public required double Derivative { get; init; }

    /// <summary>The values that the nudge reaches, in the order of their computation: the moved one first.</summary>
    public required IReadOnlyList<GraphChange> Changes { get; init; }

    /// <summary>The kinks and jumps between −h and h; the nearest first.</summary>
    public required IReadOnlyList<GraphKink> Kinks { get; init; }

    /// <summary>How the result has changed.</summary>
    public double Delta => After - Before;

    /// <summary>Δresult/h, which tends to the derivative as h shrinks, where there is one.</summary>
    public double Ratio => Delta / Step;

    /// <summary>Δresult/h − derivative.</summary>
    public double Difference => Ratio - Derivative;

    /// <summary>
    /// How much of the difference comes from the bend of the function, ½h·f″: half the second difference, by h.
    /// </summary>
    public double Bend => (After - (2 * Before) + Opposite) / (2 * Step);

    /// <summary>
    /// Whether the difference is no more than rounding: 10⁻⁹ of the larger of 1 and the derivative, and a few units in
    /// the last place of the result by h.
    /// </summary>
    public bool Agrees => Math.Abs(Difference)
        <= (1e-9 * Math.Max(1, Math.Abs(Derivative))) + (8 * Rounding * Math.Abs(Before / Step));

    // ε of float64.
    private static double Rounding => Math.BitIncrement(1) - 1;

    /// <summary>What came out, and why: a sentence or a few.</summary>
    /// <param name="language">The language.</param>
    public IReadOnlyList<string> Words(Language language = Language.English) =>
        Explaining.NudgeWords.Of(this, language);
}
